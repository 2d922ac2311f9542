package io.sqe.gateway.trino.spooling;

import io.airlift.compress.Compressor;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.zstd.ZstdCompressor;
import io.sqe.gateway.trino.protocol.Bytes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How the JSON of a segment is made smaller, by the name that clients have for it. */
enum Compression {
    ZSTD("json+zstd"),
    LZ4("json+lz4"),
    NONE("json");

    private final String encoding;

    Compression(String encoding) {
        this.encoding = encoding;
    }

    /** The first of a client's that there is. */
    static Optional<Compression> firstOf(List<String> wanted) {
        return wanted.stream()
                .flatMap(name -> Arrays.stream(values()).filter(known -> known.encoding.equals(name)))
                .findFirst();
    }

    String encoding() {
        return encoding;
    }

    /** The bytes made smaller; empty if they would not get smaller. */
    Optional<Bytes> compress(Bytes json) {
        return switch (this) {
            case ZSTD -> compress(new ZstdCompressor(), json);
            case LZ4 -> compress(new Lz4Compressor(), json);
            case NONE -> Optional.empty();
        };
    }

    private static Optional<Bytes> compress(Compressor compressor, Bytes json) {
        byte[] target = new byte[compressor.maxCompressedLength(json.length())];
        int length = compressor.compress(json.array(), 0, json.length(), target, 0, target.length);
        return length < json.length() ? Optional.of(Bytes.of(Arrays.copyOf(target, length))) : Optional.empty();
    }
}
