package io.sqe.policy.decision;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a principal may see of a table. Absence of a decision is {@link Denied}. */
public sealed interface TableAccess {

    /** Every row and column as stored. */
    record Full() implements TableAccess {}

    /**
     * Some rows, some columns, some of them masked. Column names are those of the table, letter case as stored.
     *
     * @param rowFilters all must be true for a row to be seen
     * @param masks the expression that stands in a column's place
     * @param hiddenColumns columns that are as if they did not exist; filters and masks may still read them
     */
    record Restricted(List<SqlExpression> rowFilters, Map<String, SqlExpression> masks, Set<String> hiddenColumns)
            implements TableAccess {
        public Restricted {
            rowFilters = List.copyOf(rowFilters);
            masks = Map.copyOf(masks);
            hiddenColumns = Set.copyOf(hiddenColumns);
        }
    }

    /**
     * Nothing; to the principal the table does not exist.
     *
     * @param reason for the log and the audit, never for the principal
     */
    record Denied(String reason) implements TableAccess {}
}
