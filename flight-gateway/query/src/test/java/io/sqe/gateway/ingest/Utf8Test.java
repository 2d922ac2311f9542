package io.sqe.gateway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;

class Utf8Test {
    /** Bytes that begin, continue or break a character, and their neighbours. */
    private static final int[] TELLING = {
        0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF
    };

    @Test
    void agreesWithTheJdk() {
        Random random = new Random(11);
        try (RootAllocator allocator = new RootAllocator();
                ArrowBuf buffer = allocator.buffer(8)) {
            for (int i = 0; i < 300_000; i++) {
                byte[] bytes = new byte[1 + random.nextInt(5)];
                for (int at = 0; at < bytes.length; at++) {
                    bytes[at] = (byte) TELLING[random.nextInt(TELLING.length)];
                }
                buffer.setBytes(0, bytes);
                assertThat(Utf8.isValid(buffer, 0, bytes.length))
                        .as("%s", (Object) bytes)
                        .isEqualTo(isText(bytes));
            }
        }
    }

    private static boolean isText(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException noText) {
            return false;
        }
    }
}
