package io.sqe.gateway.system;

import io.sqe.catalog.Literal;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableSchema;
import io.sqe.catalog.scan.RowScan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A table whose rows are made when a query over it is planned. */
record SystemTable(TableShape shape, Lister lister) {

    static SystemTable empty(TableShape shape) {
        return new SystemTable(shape, (_, _) -> {});
    }

    TableMetadata metadata(NamespaceName namespace) {
        return new TableMetadata(
                namespace.table(shape.name()),
                "system:" + namespace + "." + shape.name(),
                2,
                "",
                new TableSchema(0, shape.columns()),
                List.of(),
                Map.of(),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    RowScan scan(NamespaceName namespace, Listing listing) {
        TableMetadata table = metadata(namespace);
        var rows = new RowCollector(table.name(), shape, listing.wanted());
        lister.list(listing, rows);
        List<List<Optional<Literal>>> collected = rows.rows();
        return new RowScan(table, collected);
    }

    /** Makes the rows. Those that the query cannot want may be left out, and are dropped if they are not. */
    interface Lister {
        void list(Listing listing, RowCollector rows);
    }
}
