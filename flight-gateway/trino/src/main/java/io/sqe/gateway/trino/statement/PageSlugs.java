package io.sqe.gateway.trino.statement;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The part of a page's address that nobody can guess: a MAC of the page's number under a key of its statement. */
final class PageSlugs {
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int SLUG_BYTES = 20;

    private final SecretKeySpec key;

    PageSlugs() {
        byte[] secret = new byte[KEY_BYTES];
        RANDOM.nextBytes(secret);
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    String of(PagePosition position) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] code = mac.doFinal(position.toString().getBytes(StandardCharsets.UTF_8));
            return "y" + HexFormat.of().formatHex(code, 0, SLUG_BYTES);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, missing);
        }
    }

    boolean isOf(PagePosition position, String slug) {
        return MessageDigest.isEqual(
                of(position).getBytes(StandardCharsets.UTF_8), slug.getBytes(StandardCharsets.UTF_8));
    }
}
