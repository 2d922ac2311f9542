package io.sqe.cli.wiring.server;

import io.micrometer.core.instrument.Counter;
import io.sqe.gateway.admission.LimitedEngine;
import io.sqe.gateway.operations.ServerSample;
import io.sqe.gateway.web.view.ServerState;
import java.util.Collection;
import java.util.Optional;

/** What the server holds and does at a moment, of what pages and metrics say of it. */
record ServerSamples(ServerGround ground, ServerSecurity security, ServerEngine engine, ServerState state) {

    ServerSample now() {
        ServerState.Memory memory = state.memory();
        Optional<LimitedEngine> limited = engine.limited();
        return new ServerSample(
                ground.clock().instant(),
                limited.map(LimitedEngine::runningCount).map(Number::longValue).orElse(0L),
                limited.map(LimitedEngine::waitingCount).map(Number::longValue).orElse(0L),
                security.authentication().sessions().activeCount(),
                sum(ground.registry().find("sqe.query.count").counters()),
                sum(ground.registry()
                        .find("sqe.query.count")
                        .tag("status", "error")
                        .counters()),
                sum(ground.registry().find("sqe.rows.returned").counters()),
                memory.reserved(),
                memory.resident(),
                memory.heap());
    }

    private static long sum(Collection<Counter> counters) {
        return Math.round(counters.stream().mapToDouble(Counter::count).sum());
    }
}
