package io.sqe.gateway.flight.compression;

import io.airlift.compress.lz4.Lz4Compressor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;

/**
 * LZ4's frame format: a header, blocks that need none of the others, an end mark; no checksums, as the transport has its own.
 *
 * @see <a href="https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md">LZ4 Frame Format</a>
 */
final class Lz4Frame implements Frame {
    private static final int MAGIC = 0x184D_2204;
    /** Version 1, independent blocks. */
    private static final byte FLAGS = 0x60;
    /** Blocks of up to 4 MB. */
    private static final byte BLOCK_SIZE = 0x70;
    /** The second byte of the XXH32 of the two bytes before. */
    private static final byte HEADER_CHECKSUM = 0x73;

    private static final int BLOCK_BYTES_MAX = 4 << 20;
    private static final int HEADER_BYTES = 7;
    private static final int END_BYTES = 4;
    private static final int UNCOMPRESSED = 0x8000_0000;

    private final Lz4Compressor compressor = new Lz4Compressor();

    @Override
    public CodecType type() {
        return CodecType.LZ4_FRAME;
    }

    @Override
    public int bytesMax(int bytes) {
        int blocks = bytes / BLOCK_BYTES_MAX + 1;
        return HEADER_BYTES + END_BYTES + compressor.maxCompressedLength(bytes) + blocks * (Integer.BYTES + 64);
    }

    @Override
    public void write(ByteBuffer bytes, ByteBuffer frame) {
        frame.order(ByteOrder.LITTLE_ENDIAN)
                .putInt(MAGIC)
                .put(FLAGS)
                .put(BLOCK_SIZE)
                .put(HEADER_CHECKSUM);
        int end = bytes.limit();
        while (bytes.position() < end) {
            bytes.limit(Math.min(end, bytes.position() + BLOCK_BYTES_MAX));
            writeBlock(bytes, frame);
            bytes.limit(end);
        }
        frame.putInt(0);
    }

    private void writeBlock(ByteBuffer bytes, ByteBuffer frame) {
        int sizeAt = frame.position();
        int length = bytes.remaining();
        ByteBuffer raw = bytes.duplicate();
        frame.putInt(0);
        compressor.compress(bytes, frame);
        bytes.position(bytes.limit());
        int size = frame.position() - sizeAt - Integer.BYTES;
        if (size < length) {
            frame.putInt(sizeAt, size);
            return;
        }
        frame.putInt(sizeAt, length | UNCOMPRESSED).position(sizeAt + Integer.BYTES);
        frame.put(raw);
    }
}
