package io.sqe.catalog.scan;

import io.sqe.catalog.CatalogException;
import io.sqe.catalog.Literal;
import io.sqe.catalog.TableMetadata;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a table that is in no file. They travel inside the plan.
 *
 * @param rows a value for each column of the table's schema, in its order; empty is null
 */
public record RowScan(TableMetadata table, List<List<Optional<Literal>>> rows) implements ScanPlan {
    /** Rows of one scan. A guess, to be measured: a plan of so many rows is some ten megabytes. */
    public static final int ROWS_MAX = 50_000;

    public RowScan {
        rows = List.copyOf(rows);
        if (rows.size() > ROWS_MAX) {
            throw new CatalogException.TooManyRows(table.name(), ROWS_MAX);
        }
        int columns = table.schema().columns().size();
        for (List<Optional<Literal>> row : rows) {
            if (row.size() != columns) {
                throw new IllegalArgumentException(
                        "A row of %s has %d values for %d columns".formatted(table.name(), row.size(), columns));
            }
        }
    }
}
