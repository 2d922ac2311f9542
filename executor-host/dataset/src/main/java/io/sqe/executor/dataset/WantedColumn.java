package io.sqe.executor.dataset;

import java.util.List;
import java.util.Optional;

/**
 * A column, or nested field, of the table that a file is read for.
 *
 * @param fieldId Iceberg's id, by which the file's column is found
 * @param name what the column is called in the batches
 * @param children fields of a struct; the element of a list; key and value of a map
 * @param missingValue what a file without the column reads as, as text; empty reads as null
 */
public record WantedColumn(int fieldId, String name, List<WantedColumn> children, Optional<String> missingValue) {

    public WantedColumn {
        children = List.copyOf(children);
    }

    public static WantedColumn of(int fieldId, String name) {
        return new WantedColumn(fieldId, name, List.of(), Optional.empty());
    }
}
