package io.sqe.executor.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What whoever calls an engine must show.
 *
 * @param text 256 random bits, known to the engine and to the process that started it; or the secret of a cluster
 */
public record BearerToken(String text) {
    public static final String HEADER = "authorization";
    private static final String SCHEME = "Bearer ";
    private static final int BYTES = 32;

    /** Of a secret that somebody thought of. */
    public static final int LENGTH_MIN = 16;

    public BearerToken {
        if (!text.matches("[!-~]{%d,}".formatted(LENGTH_MIN))) {
            throw new IllegalArgumentException(
                    "A token has at least %d characters, all of them ASCII and none a space".formatted(LENGTH_MIN));
        }
    }

    public static BearerToken random() {
        byte[] bits = new byte[BYTES];
        new SecureRandom().nextBytes(bits);
        return new BearerToken(HexFormat.of().formatHex(bits));
    }

    /** What the header says. */
    public String header() {
        return SCHEME + text;
    }

    /** Takes as long for a wrong header as for a right one. */
    public boolean isShownBy(@Nullable String header) {
        return header != null
                && MessageDigest.isEqual(
                        header.getBytes(StandardCharsets.UTF_8), header().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "BearerToken[…]";
    }
}
