package io.sqe.gateway.trino.statement;

import java.time.Duration;

/**
 * What statements may take.
 *
 * @param sqlBytesMax of one statement
 * @param statementsMax running or kept at the same time; those that were delivered give way to further ones, which are refused if there are none
 * @param pageBytesMax of a page's rows; one row may be larger
 * @param pageTimeMax after which a page that has rows is sent as it is
 * @param waitMax how long a request may wait for news
 * @param startWaitMax how long the first request waits, so that a short statement needs one request less
 * @param heldBytesMax of all pages together that are made or kept for repetition; when they are used up, pages wait
 * @param abandonedAfter without a request for its next page, a statement ends
 * @param keptAfterEnd how long the last page can be asked for again, as long as there is room
 */
public record StatementLimits(
        int sqlBytesMax,
        int statementsMax,
        int pageBytesMax,
        Duration pageTimeMax,
        Duration waitMax,
        Duration startWaitMax,
        long heldBytesMax,
        Duration abandonedAfter,
        Duration keptAfterEnd) {

    /** The sizes are Trino's where it has them; the others are guesses that no measurement stands behind. */
    public static StatementLimits standard() {
        return new StatementLimits(
                1_000_000,
                2_000,
                16 << 20,
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Duration.ofMillis(50),
                256L << 20,
                Duration.ofMinutes(5),
                Duration.ofSeconds(30));
    }

    public StatementLimits withSqlBytesMax(int max) {
        return new StatementLimits(
                max,
                statementsMax,
                pageBytesMax,
                pageTimeMax,
                waitMax,
                startWaitMax,
                heldBytesMax,
                abandonedAfter,
                keptAfterEnd);
    }

    public StatementLimits withStatementsMax(int max) {
        return new StatementLimits(
                sqlBytesMax,
                max,
                pageBytesMax,
                pageTimeMax,
                waitMax,
                startWaitMax,
                heldBytesMax,
                abandonedAfter,
                keptAfterEnd);
    }

    public StatementLimits withPageBytesMax(int max) {
        return new StatementLimits(
                sqlBytesMax,
                statementsMax,
                max,
                pageTimeMax,
                waitMax,
                startWaitMax,
                heldBytesMax,
                abandonedAfter,
                keptAfterEnd);
    }

    public StatementLimits withWaits(Duration wait, Duration startWait) {
        return new StatementLimits(
                sqlBytesMax,
                statementsMax,
                pageBytesMax,
                pageTimeMax,
                wait,
                startWait,
                heldBytesMax,
                abandonedAfter,
                keptAfterEnd);
    }
}
