package io.sqe.planner.binding;

import io.sqe.catalog.Column;
import java.util.List;

/** Finds out the columns of files that are read as a table. */
@FunctionalInterface
public interface FileDescriber {

    /**
     * The columns of the files. Field ids are positions from 1.
     *
     * @throws io.sqe.catalog.CatalogException if the files cannot be read or may not be
     */
    List<Column> describe(FileSource source);
}
