package io.sqe.gateway.flight.compression;

import java.nio.ByteBuffer;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.compression.CompressionCodec;
import org.apache.arrow.vector.compression.CompressionUtil;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;

/**
 * Compresses each buffer by itself, behind its length; one that is not worth it goes as it is, behind -1. Only for sending.
 *
 * @see <a href="https://arrow.apache.org/docs/format/Columnar.html#compression">Arrow's IPC format, "Compression"</a>
 */
final class FrameCodec implements CompressionCodec {
    private static final int PREFIX_BYTES = (int) CompressionUtil.SIZE_OF_UNCOMPRESSED_LENGTH;
    /** Less is a packet anyway. */
    private static final int WORTHWHILE_BYTES = 1_024;

    private final Frame frame;

    FrameCodec(Frame frame) {
        this.frame = frame;
    }

    @Override
    public ArrowBuf compress(BufferAllocator allocator, ArrowBuf bytes) {
        try {
            long length = bytes.writerIndex();
            if (length < WORTHWHILE_BYTES || length > Integer.MAX_VALUE / 2) {
                return unchanged(allocator, bytes, length);
            }
            return compressed(allocator, bytes, (int) length);
        } finally {
            bytes.close();
        }
    }

    private ArrowBuf compressed(BufferAllocator allocator, ArrowBuf bytes, int length) {
        ArrowBuf out = allocator.buffer(PREFIX_BYTES + (long) frame.bytesMax(length));
        ByteBuffer target = out.nioBuffer(PREFIX_BYTES, frame.bytesMax(length));
        frame.write(bytes.nioBuffer(0, length), target);
        int size = target.position();
        if (size >= length) {
            out.close();
            return unchanged(allocator, bytes, length);
        }
        out.setLong(0, length);
        return out.writerIndex((long) PREFIX_BYTES + size);
    }

    private static ArrowBuf unchanged(BufferAllocator allocator, ArrowBuf bytes, long length) {
        ArrowBuf out = allocator.buffer(PREFIX_BYTES + length);
        out.setLong(0, length == 0 ? 0 : CompressionUtil.NO_COMPRESSION_LENGTH);
        out.setBytes(PREFIX_BYTES, bytes, 0, length);
        return out.writerIndex(PREFIX_BYTES + length);
    }

    @Override
    public ArrowBuf decompress(BufferAllocator allocator, ArrowBuf bytes) {
        throw new UnsupportedOperationException("Batches are only sent compressed");
    }

    @Override
    public CodecType getCodecType() {
        return frame.type();
    }
}
