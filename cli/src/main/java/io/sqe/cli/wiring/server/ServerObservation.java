package io.sqe.cli.wiring.server;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sqe.gateway.admission.LimitedEngine;
import io.sqe.gateway.configuration.CoordinatorSettings;
import io.sqe.gateway.configuration.HistorySettings;
import io.sqe.gateway.observation.ActiveQueries;
import io.sqe.gateway.observation.CacheMetrics;
import io.sqe.gateway.observation.ObservedEngine;
import io.sqe.gateway.observation.QueryHistory;
import io.sqe.gateway.observation.QueryMetrics;
import io.sqe.gateway.observation.QueryObserver;
import io.sqe.gateway.observation.Redaction;
import io.sqe.gateway.observation.ServerGauges;
import io.sqe.gateway.observation.ServerRuntime;
import io.sqe.gateway.observation.SlowQueryLog;
import io.sqe.gateway.observation.report.QueryReports;
import io.sqe.gateway.observation.report.ReportedEngine;
import io.sqe.gateway.operations.QueryDesk;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.system.RuntimeState;
import io.sqe.gateway.trace.Tracer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a server knows of its queries: those that run, those that ended, their traces, metrics and entries in the logs. */
record ServerObservation(
        ServerGround ground,
        ServerSecurity security,
        ActiveQueries active,
        QueryReports reports,
        QueryHistory history,
        Tracer tracer) {

    static ServerObservation open(ServerGround ground, ServerSecurity security) {
        ActiveQueries active = new ActiveQueries();
        security.audit().watch(active, ground.registry());
        Tracer tracer = ServerTracing.open(ground.configuration().tracing(), ground.version(), ground.parts());
        HistorySettings settings = ground.configuration().history();
        QueryHistory history = new QueryHistory(settings.entriesMax(), settings.timeToLive(), ground.clock());
        return new ServerObservation(ground, security, active, new QueryReports(), history, tracer);
    }

    /** What operators see and stop. */
    QueryDesk desk() {
        return new QueryDesk(active, history, security.authentication().authenticator(), security::adminRoles);
    }

    /** What {@code system.runtime} lists. */
    RuntimeState runtime(EngineWatch engine) {
        CoordinatorSettings coordinator = ground.configuration().coordinator();
        String uri = "%s://%s:%d"
                .formatted(
                        coordinator.tls().isPresent() ? "https" : "http",
                        coordinator.host(),
                        coordinator.trinoHttpPort());
        var self = new RuntimeState.Node(
                "coordinator", uri, Optional.of(ground.version()), RuntimeState.Node.Role.COORDINATOR, "active");
        return new ServerRuntime(self, engine::nodes, active, history, security::adminRoles, ground.clock());
    }

    /** The engine as protocols have it: whatever is asked of it is seen, refusals too. Closed with the other parts. */
    QueryEngine inFrontOf(QueryEngine engine) {
        ObservedEngine observed = ground.parts()
                .keep(
                        new ObservedEngine(
                                security.audit().before(engine),
                                active,
                                observers(),
                                tracer,
                                Redaction.SYSTEM_FAULTS,
                                ground.clock()),
                        ObservedEngine::close);
        return new ReportedEngine(observed, reports);
    }

    private List<QueryObserver> observers() {
        List<QueryObserver> observers = new ArrayList<>();
        security.audit().queries().ifPresent(observers::add);
        observers.add(new QueryMetrics(ground.registry(), active));
        observers.add(history);
        observers.add(new SlowQueryLog(() -> ground.configuration().query().slowThreshold()));
        return observers;
    }

    /** Gauges of the open engine. */
    void measure(ServerEngine engine, LimitedEngine limited) {
        PrometheusMeterRegistry registry = ground.parts().keep(ground.registry(), PrometheusMeterRegistry::close);
        CacheMetrics.bind(registry, engine.caches());
        engine.watch().bind(registry);
        new ServerGauges(registry)
                .sessions(security.authentication().sessions()::activeCount)
                .workers(engine.watch()::healthyWorkers)
                .waiting(limited::waitingCount)
                .memory(() -> ground.configuration().coordinator().memoryLimit().bytes(), limited::reservedBytes);
    }
}
