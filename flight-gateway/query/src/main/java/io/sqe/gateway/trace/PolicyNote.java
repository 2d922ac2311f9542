package io.sqe.gateway.trace;

import java.util.List;

/**
 * What policy decided about a table, without the expressions that it decided by.
 *
 * @param outcome {@code full}, {@code restricted} or {@code denied}
 * @param rowFilters how many
 */
public record PolicyNote(
        String table,
        String action,
        String outcome,
        int rowFilters,
        List<String> maskedColumns,
        List<String> hiddenColumns) {

    public PolicyNote {
        maskedColumns = List.copyOf(maskedColumns);
        hiddenColumns = List.copyOf(hiddenColumns);
    }
}
