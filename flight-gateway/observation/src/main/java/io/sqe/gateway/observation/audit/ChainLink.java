package io.sqe.gateway.observation.audit;

import io.sqe.gateway.observation.sql.NormalSql;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a chain of audit lines has got to. A line is an entry's JSON with a last member {@code integrity}; its hash is SHA-256 over
 * the previous hash, the number and the entry without that member, each on a line of its own.
 */
record ChainLink(long sequence, String hash) {
    static final ChainLink START = new ChainLink(0, "0".repeat(64));

    private static final Pattern LINE = Pattern.compile(
            "(?<entry>\\{.*),\"integrity\":\\{\"seq\":(?<seq>\\d+),\"prev_hash\":\"(?<prev>[0-9a-f]{64})\",\"hash\":\"(?<hash>[0-9a-f]{64})\"}}");

    /** The link of the line after this one's. */
    ChainLink next(String entry) {
        long number = sequence + 1;
        return new ChainLink(number, NormalSql.sha256(hash + "\n" + number + "\n" + entry));
    }

    /** The entry as the line that follows this link. */
    String seal(String entry) {
        ChainLink next = next(entry);
        return "%s,\"integrity\":{\"seq\":%d,\"prev_hash\":\"%s\",\"hash\":\"%s\"}}"
                .formatted(entry.substring(0, entry.length() - 1), next.sequence(), hash, next.hash());
    }

    /** The link of a line that is whole and what it says; empty of any other. */
    static Optional<ChainLink> of(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        ChainLink before = new ChainLink(Long.parseLong(parts.group("seq")) - 1, parts.group("prev"));
        ChainLink told = new ChainLink(before.sequence() + 1, parts.group("hash"));
        return before.next(parts.group("entry") + "}").equals(told) ? Optional.of(told) : Optional.empty();
    }

    /** Whether a line is the one after this. */
    boolean isFollowedBy(String line) {
        Matcher parts = LINE.matcher(line);
        return parts.matches() && of(line).equals(Optional.of(next(parts.group("entry") + "}")));
    }
}
