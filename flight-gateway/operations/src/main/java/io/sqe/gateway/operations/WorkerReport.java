package io.sqe.gateway.operations;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What this server knows of a worker; what it does not know is empty.
 *
 * @param state alive, not_answering, or unknown as long as nobody has asked it
 * @param lastSeen when it last answered
 * @param notAnsweringSince when it first did not answer, since it last did
 * @param running queries that this server runs there; of one that does not answer nobody knows whether they still run
 * @param memoryBytes held there when it last answered, for other coordinators too
 * @param spilledBytes the same, on disk
 */
public record WorkerReport(
        String address,
        String state,
        Optional<Instant> lastSeen,
        Optional<Instant> notAnsweringSince,
        int running,
        OptionalLong memoryBytes,
        OptionalLong spilledBytes) {

    /** The state of a worker that queries are sent to. */
    public static final String ALIVE = "alive";
}
