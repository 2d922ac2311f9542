package io.sqe.gateway.flight.compression;

import static org.assertj.core.api.Assertions.assertThat;

import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others' decompressors make of our frames is what went in, and no buffer is left. */
class FrameCodecTest {
    private static final int PREFIX_BYTES = 8;

    @ParameterizedTest
    @CsvSource({
        "LZ4,0,true", "LZ4,100,true", "LZ4,5000,true", "LZ4,9000000,true", "LZ4,9000000,false",
        "ZSTD,0,true", "ZSTD,100,true", "ZSTD,5000,true", "ZSTD,9000000,true", "ZSTD,9000000,false"
    })
    void framesHoldWhatWentIn(Compression compression, int length, boolean isRepetitive) {
        byte[] bytes = new byte[length];
        if (isRepetitive) {
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) (i / 7);
            }
        } else {
            new Random(5).nextBytes(bytes);
        }
        try (RootAllocator allocator = new RootAllocator()) {
            ArrowBuf in = allocator.buffer(length);
            in.writeBytes(bytes);
            try (ArrowBuf out = compression.codec().orElseThrow().compress(allocator, in)) {
                assertThat(unfolded(compression, out)).isEqualTo(bytes);
                if (isRepetitive && length > 1_024) {
                    assertThat(out.writerIndex()).isLessThan(length / 2);
                } else {
                    assertThat(out.writerIndex()).isEqualTo(PREFIX_BYTES + length);
                }
            }
        }
    }

    private static byte[] unfolded(Compression compression, ArrowBuf out) {
        byte[] rest = new byte[(int) out.writerIndex() - PREFIX_BYTES];
        out.getBytes(PREFIX_BYTES, rest);
        long length = out.getLong(0);
        if (length <= 0) {
            return rest;
        }
        byte[] bytes = compression == Compression.ZSTD ? zstd(rest, (int) length) : lz4(rest);
        assertThat(bytes).hasSize((int) length);
        return bytes;
    }

    private static byte[] zstd(byte[] frame, int length) {
        byte[] bytes = new byte[length];
        new ZstdDecompressor().decompress(frame, 0, frame.length, bytes, 0, length);
        return bytes;
    }

    private static byte[] lz4(byte[] frame) {
        ByteBuffer in = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(in.getInt()).isEqualTo(0x184D2204);
        in.position(in.position() + 3);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int size = in.getInt(); size != 0; size = in.getInt()) {
            int length = size & Integer.MAX_VALUE;
            byte[] block = Arrays.copyOfRange(frame, in.position(), in.position() + length);
            bytes.writeBytes(size < 0 ? block : block(block));
            in.position(in.position() + length);
        }
        return bytes.toByteArray();
    }

    private static byte[] block(byte[] compressed) {
        byte[] bytes = new byte[4 << 20];
        int length = new Lz4Decompressor().decompress(compressed, 0, compressed.length, bytes, 0, bytes.length);
        return Arrays.copyOf(bytes, length);
    }
}
