package io.sqe.gateway.trino.statement;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes ids as Trino's look: when, which one, and on which server. */
final class StatementIds {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int SERVER_LETTERS = 5;
    private static final int COUNT_MAX = 100_000;

    private final String server;
    private final AtomicInteger count = new AtomicInteger();

    StatementIds() {
        StringBuilder letters = new StringBuilder();
        new SecureRandom()
                .ints(SERVER_LETTERS, 0, LETTERS.length())
                .forEach(index -> letters.append(LETTERS.charAt(index)));
        this.server = letters.toString();
    }

    String next() {
        int number = Math.floorMod(count.getAndIncrement(), COUNT_MAX);
        return "%s_%05d_%s".formatted(TIME.format(Instant.now()), number, server);
    }
}
