package io.sqe.executor.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.executor.EngineMemory;
import io.sqe.executor.process.WorkerState.Standing;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SightingsTest {
    private static final URI URL = URI.create("grpc://one:50052");

    private final AtomicLong seconds = new AtomicLong();
    private final Sightings sightings = new Sightings(3, () -> Instant.ofEpochSecond(seconds.incrementAndGet()));

    @Test
    void workerThatNobodyHasAskedIsUnknownAndOneFailureSettlesIt() {
        assertThat(sightings.state(URL, 0)).isEqualTo(WorkerState.unknown(URL));
        sightings.missed();
        assertThat(state().standing()).isEqualTo(Standing.MISSING);
        assertThat(state().lastSeen()).isEmpty();
        assertThat(state().missingSince()).hasValue(Instant.ofEpochSecond(1));
    }

    @Test
    void workerIsGivenUpAfterSoManyFailuresAndIsMissingSinceTheFirst() {
        assertThat(sightings.seen()).isTrue();
        sightings.missed();
        sightings.missed();
        assertThat(state().standing()).isEqualTo(Standing.ALIVE);
        sightings.missed();
        assertThat(state().standing()).isEqualTo(Standing.MISSING);
        assertThat(state().lastSeen()).hasValue(Instant.ofEpochSecond(1));
        assertThat(state().missingSince()).hasValue(Instant.ofEpochSecond(2));
        assertThat(sightings.seen()).isTrue();
        assertThat(sightings.seen()).isFalse();
        assertThat(state().missingSince()).isEmpty();
    }

    @Test
    void lostOneIsMissingAtOnce() {
        sightings.seen();
        sightings.lost();
        assertThat(state().standing()).isEqualTo(Standing.MISSING);
    }

    @Test
    void whatAWorkerHoldsIsKnownOnlyWhileItAnswers() {
        sightings.seen();
        sightings.holds(Optional.of(new EngineMemory(4096, 7)));
        assertThat(state().memory()).hasValue(new EngineMemory(4096, 7));
        sightings.lost();
        assertThat(state().memory()).isEmpty();
    }

    private WorkerState state() {
        return sightings.state(URL, 0);
    }
}
