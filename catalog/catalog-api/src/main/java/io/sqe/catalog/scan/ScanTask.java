package io.sqe.catalog.scan;

import io.sqe.catalog.Literal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One data file to read, with what was deleted from it.
 *
 * @param constants identity-partitioned columns by field id whose value is the file's partition value (Iceberg spec, "Column
 *     Projection"); an empty value is null
 * @param nameMapping for files without field ids: Iceberg's {@code schema.name-mapping.default} JSON
 */
public record ScanTask(
        String location,
        FileFormat format,
        long lengthBytes,
        long rowCount,
        Map<Integer, Optional<Literal>> constants,
        Optional<String> nameMapping,
        List<DeleteFile> deletes) {

    public ScanTask {
        constants = Map.copyOf(constants);
        deletes = List.copyOf(deletes);
    }

    /** The format of a data file. */
    public enum FileFormat {
        PARQUET,
        ORC,
        AVRO
    }
}
