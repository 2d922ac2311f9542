package io.sqe.gateway.flight.compression;

import io.airlift.compress.zstd.ZstdCompressor;
import java.nio.ByteBuffer;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;

/** Zstandard (RFC 8878). */
final class ZstdFrame implements Frame {
    private final ZstdCompressor compressor = new ZstdCompressor();

    @Override
    public CodecType type() {
        return CodecType.ZSTD;
    }

    @Override
    public int bytesMax(int bytes) {
        return compressor.maxCompressedLength(bytes);
    }

    @Override
    public void write(ByteBuffer bytes, ByteBuffer frame) {
        compressor.compress(bytes, frame);
    }
}
