package io.sqe.executor.lowering;

import io.sqe.fragment.v1.DataFile;
import io.sqe.fragment.v1.IcebergRead;
import io.substrait.proto.NamedStruct;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the reading of an Iceberg table's files. */
final class IcebergReads {
    private final EngineResources resources;

    IcebergReads(EngineResources resources) {
        this.resources = resources;
    }

    String lower(IcebergRead read, NamedStruct schema) {
        if (read.getFilesCount() == 0) {
            return EmptyTables.of(schema);
        }
        for (DataFile file : read.getFilesList()) {
            if (file.getFormat() != DataFile.Format.PARQUET) {
                throw new LoweringException.Unsupported("a data file of format " + file.getFormat());
            }
        }
        return "read_parquet(" + list(read.getFilesList()) + ", hive_partitioning = FALSE)";
    }

    private String list(List<DataFile> files) {
        return files.stream().map(this::path).collect(Collectors.joining(", ", "[", "]"));
    }

    private String path(DataFile file) {
        String path = FilePaths.local(file.getLocation());
        resources.reads(path);
        return Quoting.text(path);
    }
}
