package io.sqe.catalog;

import java.util.List;
import java.util.Optional;

/** The columns of a table, in order. */
public record TableSchema(int schemaId, List<Column> columns) {

    public TableSchema {
        columns = List.copyOf(columns);
    }

    /** The column of that name, letter case ignored as in SQL; an exact match wins. */
    public Optional<Column> find(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .or(() -> columns.stream()
                        .filter(column -> column.name().equalsIgnoreCase(name))
                        .findFirst());
    }
}
