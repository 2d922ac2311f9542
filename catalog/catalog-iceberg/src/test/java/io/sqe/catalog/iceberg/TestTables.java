package io.sqe.catalog.iceberg;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.IfExists;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableDefinition;
import io.sqe.catalog.TableName;
import io.sqe.catalog.iceberg.local.Durability;
import io.sqe.catalog.iceberg.local.LocalFileIO;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.jdbc.JdbcCatalog;

/** Tables that many tests use, and Iceberg's own hands on them for what no statement of ours does yet. */
final class TestTables {
    static final NamespaceName SALES = NamespaceName.of("lake", "sales");
    static final TableName ORDERS = SALES.table("orders");

    private TestTables() {}

    /** {@code orders(id BIGINT NOT NULL, name VARCHAR)}. */
    static TableDefinition orders(int formatVersion) {
        return new TableDefinition(
                ORDERS,
                List.of(
                        Column.required(0, "id", new ColumnType.LongType()),
                        Column.optional(0, "name", new ColumnType.StringType())),
                List.of(),
                Map.of(),
                formatVersion);
    }

    static IcebergCatalog openWithOrders(Path warehouse, int formatVersion) {
        IcebergCatalog catalog = LocalWarehouse.open(warehouse, "lake");
        catalog.createNamespace(SALES, Map.of(), IfExists.FAIL);
        catalog.createTable(orders(formatVersion), IfExists.FAIL);
        return catalog;
    }

    /** Rows {@code (first, 'n<first>')} to {@code (last, 'n<last>')}. */
    static String rows(long first, long last) {
        return "SELECT range::BIGINT AS id, 'n' || range AS name FROM range(%d, %d)".formatted(first, last + 1);
    }

    /** Changes a table by Iceberg's API through another catalog on the same warehouse, as another program would. */
    static void change(Path warehouse, TableName name, Change change) {
        var database = Map.of(
                "uri",
                "jdbc:sqlite:" + warehouse.resolve(LocalWarehouse.DATABASE_FILE),
                "warehouse",
                warehouse.toString(),
                "jdbc.schema-version",
                "V1");
        var files = new LocalFileIO(Durability.PROCESS);
        try (var catalog = new JdbcCatalog(_ -> files, null, false)) {
            catalog.initialize("sqe", database);
            change.on(catalog.loadTable(
                    TableIdentifier.of(String.join(".", name.namespace().levels()), name.table())));
        }
    }

    /** What is done to the table. */
    interface Change {
        void on(Table table);
    }
}
