package io.sqe.catalog.iceberg;

import io.sqe.catalog.TableName;
import io.sqe.catalog.iceberg.write.WriteFolder;
import java.util.Optional;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.io.FileIO;

/** Where the files of tables are, and how they go away. */
interface TableStorage {

    /** The folder of a table or view to be created; empty lets the catalog choose. Never one that was used before. */
    Optional<String> newLocation(TableName name);

    WriteFolder newWriteFolder(FileIO io, String tableLocation);

    /** Removes what is left of a table that was never created. */
    void removeUncreated(String location);

    /** Removes the files of a table that is no longer in the catalog. */
    void removeDropped(TableMetadata metadata, FileIO io);
}
