package io.sqe.planner.binding;

import io.sqe.catalog.ColumnType;
import io.sqe.planner.parameter.WriteTarget;
import java.util.List;
import java.util.Optional;

/**
 * Rows that a client sends for a table. Names are as the client gave them, and never become SQL.
 *
 * @param columns in the order of the file's
 * @param file where the rows will be when the plan is run, in Arrow's stream format
 */
public record SentRows(WriteTarget target, List<SentColumn> columns, String file) {

    public SentRows {
        columns = List.copyOf(columns);
    }

    /**
     * One column.
     *
     * @param type empty if it has no type, and no value in any row
     */
    public record SentColumn(String name, Optional<ColumnType> type) {}
}
