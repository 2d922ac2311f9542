package io.sqe.gateway.identity;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A password's bcrypt hash, as {@code sqe user hash} and {@code htpasswd -B} write it. The algorithm reads 72 bytes; longer passwords
 * are refused when they are hashed, and never match.
 */
public record PasswordHash(String text) {
    /** About a quarter of a second. */
    private static final int COST = 12;

    /** More would let a file slow every login down to minutes. */
    private static final int COST_MAX = 16;

    private static final int PASSWORD_BYTES_MAX = 72;
    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");

    public PasswordHash {
        Matcher parts = BCRYPT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("it is no bcrypt hash; make one with: sqe user hash");
        }
        int cost = Integer.parseInt(parts.group(1));
        if (cost < 4 || cost > COST_MAX) {
            throw new IllegalArgumentException("its cost %d is not between 4 and %d".formatted(cost, COST_MAX));
        }
    }

    /**
     * Hashes a password.
     *
     * @throws IllegalArgumentException if it is empty or too long
     */
    public static PasswordHash of(char[] password) {
        int bytes = new String(password).getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > PASSWORD_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "a password has 1 to %d bytes, this one has %d".formatted(PASSWORD_BYTES_MAX, bytes));
        }
        return new PasswordHash(BCrypt.with(BCrypt.Version.VERSION_2B).hashToString(COST, password));
    }

    /** A hash that as good as no password has, costing as much as another to compare. */
    static PasswordHash unknown(int cost) {
        return new PasswordHash("$2b$%02d$".formatted(cost) + "......................" + "0".repeat(31));
    }

    int cost() {
        return Integer.parseInt(text.substring(4, 6));
    }

    /** Takes its time: as long for a wrong password as for the right one. */
    boolean matches(String password) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        boolean isTooLong = bytes.length > PASSWORD_BYTES_MAX;
        byte[] compared = isTooLong ? new byte[] {'x'} : bytes;
        boolean verified = BCrypt.verifyer().verify(compared, text.getBytes(StandardCharsets.UTF_8)).verified;
        return verified && !isTooLong;
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
