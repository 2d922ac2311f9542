package io.sqe.gateway.files;

import io.sqe.catalog.CatalogException;
import io.sqe.catalog.Column;
import io.sqe.executor.Executor;
import io.sqe.fragment.v1.FileRead;
import io.sqe.planner.binding.FileDescriber;
import io.sqe.planner.binding.FileSource;
import java.util.List;

/** Describes the files that a person names in SQL, but for those of a warehouse. */
public final class NamedFiles implements FileDescriber {
    private final Executor executor;
    private final GuardedFolders guarded;

    public NamedFiles(Executor executor, GuardedFolders guarded) {
        this.executor = executor;
        this.guarded = guarded;
    }

    @Override
    public List<Column> describe(FileSource source) {
        for (String location : source.locations()) {
            if (!GuardedFolders.isPlainPath(location)) {
                throw new CatalogException.NotAllowed(
                        "Cannot read '%s': files are named by a plain path, without ~ and without a scheme such as file:."
                                .formatted(location));
            }
            if (guarded.mayMatch(location)) {
                throw new CatalogException.NotAllowed(
                        "Cannot read '%s': it is, or may match, a file of a warehouse. Query the table instead."
                                .formatted(location));
            }
        }
        FileRead read = FileRead.newBuilder()
                .addAllLocations(source.locations())
                .setFormat(format(source.format()))
                .putAllOptions(source.options())
                .build();
        return ArrowColumns.of(executor.describe(read));
    }

    private static FileRead.Format format(FileSource.Format format) {
        return switch (format) {
            case PARQUET -> FileRead.Format.PARQUET;
            case CSV -> FileRead.Format.CSV;
            case JSON -> FileRead.Format.JSON;
            case ARROW -> FileRead.Format.ARROW;
        };
    }
}
