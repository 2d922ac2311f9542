package io.sqe.gateway.flight.compression;

import java.nio.ByteBuffer;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;

/** A way to write bytes as one compressed frame. Used by one thread at a time. */
interface Frame {
    CodecType type();

    /** Bytes that the frame of so many bytes may take. */
    int bytesMax(int bytes);

    /** Writes the frame; both buffers are direct, and the frame ends at its buffer's position. */
    void write(ByteBuffer bytes, ByteBuffer frame);
}
