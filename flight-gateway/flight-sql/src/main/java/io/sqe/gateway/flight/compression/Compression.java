package io.sqe.gateway.flight.compression;

import java.util.Optional;
import org.apache.arrow.vector.compression.CompressionCodec;

/** How batches are compressed for clients that can read them so. */
public enum Compression {
    NONE,
    LZ4,
    ZSTD;

    /** What compresses the buffers; none if they go as they are. */
    public Optional<CompressionCodec> codec() {
        return switch (this) {
            case NONE -> Optional.empty();
            case LZ4 -> Optional.of(new FrameCodec(new Lz4Frame()));
            case ZSTD -> Optional.of(new FrameCodec(new ZstdFrame()));
        };
    }
}
