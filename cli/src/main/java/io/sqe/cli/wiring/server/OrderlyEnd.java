package io.sqe.cli.wiring.server;

import io.sqe.gateway.admission.LimitedEngine;
import io.sqe.gateway.observation.ActiveQueries;
import io.sqe.gateway.operations.Readiness;
import io.sqe.gateway.operations.Readiness.State;
import java.time.Duration;

/** The end of a server, in order: not ready, nothing new, what runs may finish for a while, then everything is closed. */
record OrderlyEnd(ServerGround ground, Readiness readiness, LimitedEngine engine, ActiveQueries active) {
    private static final Duration CANCELLED_END_WITHIN = Duration.ofSeconds(3);

    void run() {
        readiness.moveTo(State.DRAINING);
        engine.refuseNew();
        try {
            drain();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        ground.close();
    }

    private void drain() throws InterruptedException {
        if (!active.awaitNone(ground.configuration().coordinator().shutdownDrain())) {
            active.all().forEach(query -> query.control().cancel());
            active.awaitNone(CANCELLED_END_WITHIN);
        }
    }
}
