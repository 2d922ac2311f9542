package io.sqe.gateway.system;

import io.sqe.catalog.CatalogException;
import io.sqe.catalog.Literal;
import io.sqe.catalog.TableName;
import io.sqe.catalog.scan.RowScan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one listing, keeps those that the query can want, and stops one that grows too long. */
final class RowCollector {
    private final TableName table;
    private final TableShape shape;
    private final WantedRows wanted;
    private final List<List<Optional<Literal>>> rows = new ArrayList<>();

    RowCollector(TableName table, TableShape shape, WantedRows wanted) {
        this.table = table;
        this.shape = shape;
        this.wanted = wanted;
    }

    /** As {@link TableShape#row}. */
    void add(@Nullable Object... cells) {
        List<Optional<Literal>> row = shape.row(cells);
        Map<Integer, Optional<Literal>> byField = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            byField.put(i + 1, row.get(i));
        }
        if (!wanted.mayBe(byField)) {
            return;
        }
        if (rows.size() == RowScan.ROWS_MAX) {
            throw new CatalogException.TooManyRows(table, RowScan.ROWS_MAX);
        }
        rows.add(row);
    }

    List<List<Optional<Literal>>> rows() {
        return rows;
    }
}
