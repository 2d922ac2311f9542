package io.sqe.gateway.query;

import io.sqe.catalog.ColumnType;
import java.util.List;
import java.util.Optional;

/**
 * What a statement would answer, and what it asks for.
 *
 * @param columns of its result; empty for a statement that is run for its effect
 * @param parameters what its placeholders take, in the order of the text; text where nothing tells
 */
public record StatementDescription(List<ResultColumn> columns, List<ColumnType> parameters) {

    public StatementDescription {
        columns = List.copyOf(columns);
        parameters = List.copyOf(parameters);
    }

    /**
     * A column of a result.
     *
     * @param typeName as SQL spells it
     * @param type empty if no table's column can have it, as with an interval
     */
    public record ResultColumn(String name, String typeName, Optional<ColumnType> type) {}
}
