package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.CoordinatorSettings.Mode;
import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.MemorySize;
import io.sqe.gateway.configuration.key.Origin;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.key.ValueType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the server tells of itself. */
public record MetricsSettings(int prometheusPort, boolean webUi, boolean tls, Optional<AuditSettings> audit) {

    static final Key<Integer> PROMETHEUS_PORT = Key.of(
            "metrics.prometheus_port",
            ValueType.port(),
            9090,
            "Metrics for Prometheus; of a worker 9091 where nothing is said. Health, status and queries are on the port above it.");
    static final Key<Boolean> WEB_UI = Key.of(
            "metrics.web_ui",
            ValueType.flag(),
            true,
            "Pages for people, behind login, on the port above Prometheus's: queries, their plans, memory, sessions.");
    static final Key<Boolean> TLS = Key.of(
            "metrics.tls",
            ValueType.flag(),
            false,
            "Whether the port above Prometheus's speaks TLS, by the certificate of `coordinator.tls`. Probes may then ask Prometheus's port,"
                    + " which never does.");
    private static final int WORKER_PROMETHEUS_PORT = 9091;
    static final Key<Optional<Path>> AUDIT_LOG_PATH = Key.of(
            "metrics.audit_log_path",
            ValueType.path(),
            Optional.empty(),
            "The audit log, one JSON object a line, each sealed to the one before. Without it there is none.");
    static final Key<QueryText> AUDIT_QUERY_TEXT = Key.of(
            "metrics.audit.query_text",
            ValueType.choice(QueryText.class),
            QueryText.REDACTED,
            "The SQL in the audit log: none, with its literals replaced, or as it was. Its hash is always there.");
    static final Key<MemorySize> AUDIT_MAX_FILE_SIZE = Key.of(
            "metrics.audit.max_file_size",
            ValueType.memory(),
            MemorySize.parse("100MB"),
            "Beyond it the audit log goes on in a new file; the old one is kept under its first entry's number.");

    static final Key<OnFailure> AUDIT_ON_FAILURE = Key.of(
            "metrics.audit.on_failure",
            ValueType.choice(OnFailure.class),
            OnFailure.CONTINUE,
            "When the audit log cannot be written: run queries all the same, and be unready; or run none."
                    + " With `refuse` every query is written down before it starts, too.");

    static final List<Key<?>> KEYS = List.of(
            PROMETHEUS_PORT, WEB_UI, TLS, AUDIT_LOG_PATH, AUDIT_QUERY_TEXT, AUDIT_MAX_FILE_SIZE, AUDIT_ON_FAILURE);

    static MetricsSettings of(Settings settings) {
        return new MetricsSettings(
                prometheusPort(settings),
                settings.value(WEB_UI),
                settings.value(TLS),
                settings.value(AUDIT_LOG_PATH)
                        .map(path -> new AuditSettings(
                                path,
                                settings.value(AUDIT_QUERY_TEXT),
                                settings.value(AUDIT_MAX_FILE_SIZE),
                                settings.value(AUDIT_ON_FAILURE))));
    }

    /** Where those who scrape workers look; beside a coordinator, whose health is there, somebody must say another. */
    private static int prometheusPort(Settings settings) {
        boolean isSaid = !(settings.origin(PROMETHEUS_PORT) instanceof Origin.Standard);
        boolean isWorker = settings.value(CoordinatorSettings.MODE) == Mode.WORKER;
        return isWorker && !isSaid ? WORKER_PROMETHEUS_PORT : settings.value(PROMETHEUS_PORT);
    }

    /** Always one above Prometheus's; 0 if that is off. */
    public int healthPort() {
        return prometheusPort == 0 ? 0 : prometheusPort + 1;
    }

    /** How much of a statement's text is written down. */
    public enum QueryText {
        OFF,
        REDACTED,
        FULL
    }

    /** What becomes of queries when the audit log cannot be written. */
    public enum OnFailure {
        CONTINUE,
        REFUSE
    }

    /** The audit log. */
    public record AuditSettings(Path file, QueryText queryText, MemorySize fileSizeMax, OnFailure onFailure) {}
}
