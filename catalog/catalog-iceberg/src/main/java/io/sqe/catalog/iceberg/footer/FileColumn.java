package io.sqe.catalog.iceberg.footer;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A column of a Parquet file that holds values.
 *
 * @param fieldId Iceberg's id, or {@link #NO_FIELD_ID}
 * @param encoding how its statistics are written
 * @param nesting whether a row may have many values here
 * @param chunks its parts, one of each row group
 */
public record FileColumn(int fieldId, ValueEncoding encoding, Nesting nesting, List<Chunk> chunks) {
    public static final int NO_FIELD_ID = 0;

    public FileColumn {
        chunks = List.copyOf(chunks);
    }

    public long compressedBytes() {
        return chunks.stream().mapToLong(Chunk::compressedBytes).sum();
    }

    /** Values with nulls. */
    public long valueCount() {
        return chunks.stream().mapToLong(Chunk::valueCount).sum();
    }

    /** Empty if the file does not count nulls everywhere. */
    public OptionalLong nullCount() {
        return chunks.stream().allMatch(chunk -> chunk.nullCount() >= 0)
                ? OptionalLong.of(chunks.stream().mapToLong(Chunk::nullCount).sum())
                : OptionalLong.empty();
    }

    /**
     * A column within one row group.
     *
     * @param nullCount -1 if it is not known
     * @param min a lower bound of the values, in the column's encoding
     * @param max an upper bound of the values, in the column's encoding
     */
    public record Chunk(
            long valueCount,
            long compressedBytes,
            long nullCount,
            @Nullable ByteBuffer min,
            @Nullable ByteBuffer max) {

        boolean isAllNull() {
            return valueCount == 0 || nullCount == valueCount;
        }
    }

    /** Whether the column is inside a list or map. */
    public enum Nesting {
        SINGLE,
        REPEATED
    }
}
