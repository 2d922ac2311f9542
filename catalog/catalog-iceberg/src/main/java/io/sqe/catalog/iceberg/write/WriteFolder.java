package io.sqe.catalog.iceberg.write;

import io.sqe.catalog.TableName;
import io.sqe.catalog.iceberg.table.CatalogFailures;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.io.FileIO;

/** Where the data files of one write are, and of that write alone. */
public interface WriteFolder {

    String location();

    FileIO io();

    /** Makes the folder exist. */
    void create();

    /** Forces the files to the disk, so that no commit outlives its rows. */
    void makeDurable(List<DataFile> files);

    /** Removes the folder with all that is in it. */
    void delete();

    /** As {@link #create()}, with a failure a person can act on. */
    default void create(TableName table) {
        try {
            create();
        } catch (RuntimeException e) {
            throw CatalogFailures.changing(table, e);
        }
    }
}
