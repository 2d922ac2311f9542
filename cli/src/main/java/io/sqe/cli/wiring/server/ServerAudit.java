package io.sqe.cli.wiring.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sqe.gateway.configuration.MetricsSettings.AuditSettings;
import io.sqe.gateway.configuration.MetricsSettings.OnFailure;
import io.sqe.gateway.configuration.MetricsSettings.QueryText;
import io.sqe.gateway.configuration.ServerConfiguration;
import io.sqe.gateway.observation.ActiveQueries;
import io.sqe.gateway.observation.QueryObserver;
import io.sqe.gateway.observation.audit.AuditEntry;
import io.sqe.gateway.observation.audit.AuditGate;
import io.sqe.gateway.observation.audit.AuditLog;
import io.sqe.gateway.observation.audit.AuditedAccess;
import io.sqe.gateway.observation.audit.AuditedQueries;
import io.sqe.gateway.query.AccessObserver;
import io.sqe.gateway.query.ClientWatch;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.TrustedProxies;
import java.time.Clock;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The audit log, where one is configured, and everything that writes into it. */
record ServerAudit(Optional<AuditLog> log, Optional<AuditedAccess> access, ServerConfiguration configuration) {

    /** Opens it as the first of all parts: it is closed as the last. */
    static ServerAudit open(ServerConfiguration configuration, String version, Clock clock, OpenedParts parts) {
        Optional<AuditLog> log = configuration
                .metrics()
                .audit()
                .map(settings -> parts.keep(
                        AuditLog.open(settings.file(), settings.fileSizeMax().bytes(), clock), open -> {
                            open.append(serverEntry(clock, "stop"));
                            open.close();
                        }));
        log.ifPresent(open -> open.append(serverEntry(clock, "start").with("version", version)));
        return new ServerAudit(log, log.map(AuditedAccess::new), configuration);
    }

    private static AuditEntry serverEntry(Clock clock, String action) {
        return new AuditEntry(clock.instant(), AuditEntry.Kind.SERVER).with("action", action);
    }

    /** Counts entries, and tells of queries that others stop. */
    void watch(ActiveQueries active, MeterRegistry registry) {
        access.ifPresent(audit -> active.tellOfCancels((by, query) -> audit.cancelled(
                by.name(), query.principal().name(), query.control().id().text())));
        log.ifPresent(open -> {
            counter("success", open, AuditLog::written, registry);
            counter("error", open, AuditLog::failed, registry);
        });
    }

    private static void counter(String status, AuditLog log, ToDoubleFunction<AuditLog> count, MeterRegistry registry) {
        FunctionCounter.builder("sqe.audit.entries", log, count)
                .description("Entries of the audit log")
                .tag("status", status)
                .register(registry);
    }

    Optional<QueryObserver> queries() {
        return log.map(open -> new AuditedQueries(open, text()));
    }

    /** Where the log must be complete, an engine that runs nothing unrecorded. */
    QueryEngine before(QueryEngine engine) {
        boolean mustBeComplete = configuration
                .metrics()
                .audit()
                .filter(settings -> settings.onFailure() == OnFailure.REFUSE)
                .isPresent();
        return mustBeComplete && log.isPresent() ? new AuditGate(engine, log.get()) : engine;
    }

    /** For the edges of protocols. */
    ClientWatch clientWatch() {
        return new ClientWatch(
                TrustedProxies.parse(configuration.security().trustedProxies()),
                access.<AccessObserver>map(audit -> audit).orElse(AccessObserver.NONE));
    }

    private AuditedQueries.Text text() {
        QueryText asked =
                configuration.metrics().audit().map(AuditSettings::queryText).orElse(QueryText.OFF);
        return switch (asked) {
            case OFF -> AuditedQueries.Text.OMITTED;
            case REDACTED -> AuditedQueries.Text.WITHOUT_LITERALS;
            case FULL -> AuditedQueries.Text.WITHOUT_PERSONAL_DATA;
        };
    }
}
