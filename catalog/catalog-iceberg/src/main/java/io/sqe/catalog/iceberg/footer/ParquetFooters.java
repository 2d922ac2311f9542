package io.sqe.catalog.iceberg.footer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.apache.iceberg.io.FileIO;

/** Answers questions about Parquet files, which never change, from their footers. Safe for use by many threads. */
public final class ParquetFooters {
    /** Answers kept at most. */
    static final long ANSWERS_MAX = 100_000;

    private final Cache<String, Boolean> fieldIds =
            Caffeine.newBuilder().maximumSize(ANSWERS_MAX).build();

    /** Whether the columns of the file carry Iceberg's field ids; without any, a name mapping must tell which is which. */
    public boolean hasFieldIds(FileIO io, String location) {
        return fieldIds.get(
                location, _ -> ParquetFooter.read(io.newInputFile(location)).hasFieldIds());
    }
}
