package io.sqe.planner.binding;

import io.sqe.catalog.Column;
import java.util.List;

/**
 * Files that a plan reads as one table: what the {@code RelOptTable} of their scan unwraps to.
 *
 * @param columns as the files were described when the statement was bound
 * @param scan number of the reference within the statement; shares its count with {@link BoundTable#scan}
 */
public record BoundFiles(FileSource source, List<Column> columns, int scan) {

    public BoundFiles {
        columns = List.copyOf(columns);
    }
}
