package io.sqe.planner.binding;

import io.sqe.catalog.ColumnType;
import java.util.List;
import java.util.Optional;

/**
 * What a statement would answer, and what it asks for, found without running it.
 *
 * @param effect what running it would change
 * @param columns of its result; empty for a statement that is run for its effect
 * @param parameters what its placeholders take, in the order of the text; text where nothing tells
 */
public record Description(Effect effect, List<ResultColumn> columns, List<ColumnType> parameters) {
    public Description {
        columns = List.copyOf(columns);
        parameters = List.copyOf(parameters);
    }

    /** What a statement changes. */
    public enum Effect {
        NONE,
        /** It adds rows to a table. */
        ROWS_WRITTEN,
        /** It changes a catalog or the session. */
        DEFINITION
    }

    /**
     * A column of a result.
     *
     * @param typeName as SQL spells it
     * @param type empty if no table's column can have it, as with an interval
     */
    public record ResultColumn(String name, String typeName, Optional<ColumnType> type) {}
}
