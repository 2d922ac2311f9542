package io.sqe.fragment;

import com.google.protobuf.ByteString;
import io.sqe.fragment.v1.ParquetWrite;

/**
 * A plan that one executor runs without asking anyone else.
 *
 * @param plan a serialised {@code substrait.Plan} whose reads are bound to files
 * @param output what becomes of its rows
 */
public record Fragment(FragmentId id, ByteString plan, Output output) {

    /** What becomes of a fragment's rows. */
    public sealed interface Output {

        /** They are streamed to whoever asked. */
        record Stream() implements Output {}

        /**
         * They are written. What is streamed is one row a file: {@code location VARCHAR, row_count BIGINT, partition
         * LIST(VARCHAR)}, the partition's values in the order of {@code write.partitions} as text: numbers in digits, dates as
         * days, times and timestamps in their unit since 1970-01-01T00:00, binary in hexadecimal, NULL for null.
         */
        record Parquet(ParquetWrite write) implements Output {}
    }
}
