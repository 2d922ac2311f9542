package io.sqe.planner.binding;

import java.util.List;
import java.util.Map;

/**
 * Files named in a statement, or that hold the rows to be put into a table.
 *
 * @param locations paths as written, globs included
 * @param options reader options by lower-case name, such as {@code header} or {@code delimiter}; values as text
 */
public record FileSource(Format format, List<String> locations, Map<String, String> options) {

    public FileSource {
        locations = List.copyOf(locations);
        options = Map.copyOf(options);
        if (locations.isEmpty()) {
            throw new IllegalArgumentException("No file is named");
        }
    }

    /** The format of files that can be read as a table. */
    public enum Format {
        PARQUET,
        CSV,
        JSON,
        /** Rows that a client has sent, as SQE keeps them; nothing that a statement's text can name. */
        ARROW
    }
}
