package io.sqe.executor.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What whoever calls an engine must show: 256 random bits, known to the engine and to the process that started it. */
public record BearerToken(String hex) {
    public static final String HEADER = "authorization";
    private static final String SCHEME = "Bearer ";
    private static final int BYTES = 32;

    public BearerToken {
        if (hex.length() != 2 * BYTES) {
            throw new IllegalArgumentException("An engine's token has " + BYTES + " bytes");
        }
    }

    public static BearerToken random() {
        byte[] bits = new byte[BYTES];
        new SecureRandom().nextBytes(bits);
        return new BearerToken(HexFormat.of().formatHex(bits));
    }

    /** What the header says. */
    public String header() {
        return SCHEME + hex;
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
