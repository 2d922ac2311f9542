package io.sqe.bench.data;

import java.nio.charset.StandardCharsets;

/** Text as Arrow holds it. */
final class Utf8 {
    private Utf8() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
