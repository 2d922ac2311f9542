package io.sqe.bench.run;

import java.util.Optional;

/**
 * What came of one query.
 *
 * @param rows the rows of the engine under test, over all statements
 * @param ours the engine's best run
 * @param peers the peer's best run
 * @param message what differs or why it failed, for a person
 */
public record QueryResult(
        String id, Status status, long rows, Execution ours, Execution peers, Optional<String> message) {

    /** Our time over the peer's; 0 when either is unknown. */
    public double ratio() {
        long peerNanos = peers.total().toNanos();
        return peerNanos == 0 ? 0 : (double) ours.total().toNanos() / peerNanos;
    }
}
