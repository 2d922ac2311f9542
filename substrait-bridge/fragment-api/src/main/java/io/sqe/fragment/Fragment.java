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

        /** They are written; what is streamed is one row a file written. */
        record Parquet(ParquetWrite write) implements Output {}
    }
}
