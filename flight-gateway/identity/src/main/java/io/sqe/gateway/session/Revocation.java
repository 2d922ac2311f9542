package io.sqe.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** Sessions that were ended before their time: one, or all that somebody began up to a moment. */
sealed interface Revocation {

    /** When they would have ended by themselves, and this can be forgotten. */
    Instant until();

    String line();

    /** One session. */
    record OfSession(String id, Instant until) implements Revocation {
        @Override
        public String line() {
            return "session %s %d".formatted(id, until.getEpochSecond());
        }
    }

    /**
     * All of a user's.
     *
     * @param user a digest of the name
     * @param begunBy sessions that began later go on
     */
    record OfUser(String user, Instant begunBy, Instant until) implements Revocation {
        @Override
        public String line() {
            return "user %s %d %d".formatted(user, until.getEpochSecond(), begunBy.getEpochSecond());
        }
    }

    /** A line of the file; empty if it is torn or of another version. */
    static Optional<Revocation> parse(String line) {
        String[] words = line.split(" ", -1);
        try {
            if (words.length == 3 && words[0].equals("session")) {
                return Optional.of(new OfSession(words[1], Instant.ofEpochSecond(Long.parseLong(words[2]))));
            }
            if (words.length == 4 && words[0].equals("user")) {
                return Optional.of(new OfUser(
                        words[1],
                        Instant.ofEpochSecond(Long.parseLong(words[3])),
                        Instant.ofEpochSecond(Long.parseLong(words[2]))));
            }
            return Optional.empty();
        } catch (NumberFormatException | DateTimeException torn) {
            return Optional.empty();
        }
    }

    static String digest(String user) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(user.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
