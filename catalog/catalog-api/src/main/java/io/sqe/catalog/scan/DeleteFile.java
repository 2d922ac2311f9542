package io.sqe.catalog.scan;

import java.util.List;

/** What says that rows of a data file are gone. */
public sealed interface DeleteFile {

    String location();

    /** A Parquet file of {@code (file_path, pos)} rows. */
    record PositionDeletes(String location, long rowCount) implements DeleteFile {}

    /** A Parquet file of rows equal, nulls included, to deleted ones in these columns. */
    record EqualityDeletes(String location, long rowCount, List<Integer> fieldIds) implements DeleteFile {
        public EqualityDeletes {
            fieldIds = List.copyOf(fieldIds);
        }
    }

    /** A bitmap of row positions inside a Puffin file (Iceberg spec, "Deletion Vectors"). */
    record DeletionVector(String location, long offsetBytes, long lengthBytes, long rowCount) implements DeleteFile {}
}
