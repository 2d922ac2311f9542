package io.sqe.planner.binding;

import io.sqe.catalog.ColumnType;
import java.util.List;
import java.util.Optional;

/**
 * Rows that a client sends for a table. Names are as the client gave them, and never become SQL.
 *
 * @param columns in the order of the file's
 * @param file where the rows will be when the plan is run, in Arrow's stream format
 */
public record SentRows(Target target, List<SentColumn> columns, String file) {

    public SentRows {
        columns = List.copyOf(columns);
    }

    /**
     * The table that the rows are for.
     *
     * @param catalog the session's if it is not given
     * @param schema its levels between dots; the session's if it is not given
     */
    public record Target(
            Optional<String> catalog,
            Optional<String> schema,
            String table,
            WhenMissing whenMissing,
            WhenThere whenThere) {}

    /**
     * One column.
     *
     * @param type empty if it has no type, and no value in any row
     */
    public record SentColumn(String name, Optional<ColumnType> type) {}

    /** What to do if the table does not exist. */
    public enum WhenMissing {
        FAIL,
        CREATE
    }

    /** What to do if it does. */
    public enum WhenThere {
        FAIL,
        APPEND,
        REPLACE
    }
}
