package io.sqe.executor.process;

import io.sqe.executor.EngineMemory;
import io.sqe.executor.process.WorkerState.Standing;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** When a worker answered and when it did not. Safe for use by many threads. */
final class Sightings {
    private final int failuresMax;
    private final InstantSource clock;
    private int failures;
    private Optional<Instant> lastSeen = Optional.empty();
    private Optional<Instant> missingSince = Optional.empty();
    private Optional<EngineMemory> memory = Optional.empty();

    /** @param failuresMax in a row, after which a worker counts as missing; one is enough of a worker that never answered */
    Sightings(int failuresMax, InstantSource clock) {
        this.failuresMax = failuresMax;
        this.clock = clock;
    }

    /** It answered; whether it was not alive until now. */
    synchronized boolean seen() {
        boolean isNews = standing() != Standing.ALIVE;
        failures = 0;
        lastSeen = Optional.of(clock.instant());
        missingSince = Optional.empty();
        return isNews;
    }

    /** What it said to hold, if it said so. */
    synchronized void holds(Optional<EngineMemory> held) {
        memory = held;
    }

    /** It did not answer once. */
    synchronized void missed() {
        failures++;
        missingSince = missingSince.or(() -> Optional.of(clock.instant()));
    }

    /** It is gone for certain. */
    synchronized void lost() {
        missed();
        failures = Math.max(failures, failuresMax);
    }

    synchronized Standing standing() {
        if (failures >= failuresMax || (lastSeen.isEmpty() && failures > 0)) {
            return Standing.MISSING;
        }
        return lastSeen.isPresent() ? Standing.ALIVE : Standing.UNKNOWN;
    }

    synchronized WorkerState state(URI url, int running) {
        boolean isAlive = standing() == Standing.ALIVE;
        return new WorkerState(url, standing(), lastSeen, missingSince, running, isAlive ? memory : Optional.empty());
    }
}
