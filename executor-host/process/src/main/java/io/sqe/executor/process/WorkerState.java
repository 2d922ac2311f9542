package io.sqe.executor.process;

import io.sqe.executor.EngineMemory;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What a coordinator knows of one of its workers, at one moment.
 *
 * @param lastSeen when it last answered; empty if it never has
 * @param missingSince when it first did not answer, since it last did; empty if it answers
 * @param running fragments that this coordinator has sent there and not closed yet
 * @param memory all that it held when it last answered, for other coordinators too; empty if it does not answer
 */
public record WorkerState(
        URI url,
        Standing standing,
        Optional<Instant> lastSeen,
        Optional<Instant> missingSince,
        int running,
        Optional<EngineMemory> memory) {

    /** Whether fragments are sent to it. */
    public enum Standing {
        /** Nobody has asked it yet. */
        UNKNOWN,
        /** It answers, or has not failed to often enough to be given up. */
        ALIVE,
        /** It is sent nothing until it answers. */
        MISSING
    }

    /** Of a worker that has just been heard of. */
    public static WorkerState unknown(URI url) {
        return new WorkerState(url, Standing.UNKNOWN, Optional.empty(), Optional.empty(), 0, Optional.empty());
    }
}
