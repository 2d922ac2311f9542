package io.sqe.gateway.trino.spooling;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one segment. Its client gets it with the segment's address and shows it to fetch the rows; the server keeps a digest to
 * know it by, and without the client cannot read what it has on disk either.
 */
final class SegmentKey {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern TEXT = Pattern.compile("[0-9a-f]{64}");

    private final byte[] key;

    private SegmentKey(byte[] key) {
        this.key = key;
    }

    static SegmentKey fresh() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new SegmentKey(key);
    }

    /** A key as a client shows it; empty if it is none. */
    static Optional<SegmentKey> parse(String text) {
        String hex = text.toLowerCase(Locale.ROOT);
        return TEXT.matcher(hex).matches()
                ? Optional.of(new SegmentKey(HexFormat.of().parseHex(hex)))
                : Optional.empty();
    }

    /** As it travels to the client. */
    String text() {
        return HexFormat.of().formatHex(key);
    }

    /** Tells whether a key is this one, and cannot be turned back into it. */
    Digest digest() {
        try {
            return new Digest(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    /** Whether a digest is this key's; takes as long for a wrong one. */
    boolean hasDigest(Digest digest) {
        return MessageDigest.isEqual(
                digest().hex().getBytes(StandardCharsets.US_ASCII), digest.hex().getBytes(StandardCharsets.US_ASCII));
    }

    SecretKey aes() {
        return new SecretKeySpec(key, "AES");
    }

    @Override
    public String toString() {
        return "SegmentKey";
    }

    /** What is kept of a key. */
    record Digest(String hex) {}
}
