package io.sqe.catalog;

import java.util.List;

/**
 * Data files on their way into a table. Nothing is visible before {@link #commit}; {@link #close} without a commit removes
 * every file that was written.
 */
public interface TableWrite extends AutoCloseable {

    /** The table as it will be: schema with field ids, partitioning, properties. */
    TableMetadata table();

    /** A folder of this write alone, where its data files go; exists on return. */
    String dataFolder();

    /**
     * Makes the files part of the table, retrying over conflicts with other writers that do not matter.
     *
     * @return id of the snapshot that was made; empty files make a snapshot too
     * @throws CatalogException if another writer's change makes this one wrong, or the commit failed; the files are removed
     *     on close, unless it is unknown whether the commit landed
     */
    long commit(List<WrittenFile> files);

    @Override
    void close();
}
