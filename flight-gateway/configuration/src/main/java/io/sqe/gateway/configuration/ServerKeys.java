package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.reading.KnownKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every key of the server, and what people's files may still have that has no effect here. */
final class ServerKeys {
    static final List<Key<?>> ALL = Stream.of(
                    CoordinatorSettings.KEYS,
                    EngineSettings.KEYS,
                    WorkerSettings.KEYS,
                    AuthenticationSettings.KEYS,
                    CatalogSettings.KEYS,
                    StorageSettings.KEYS,
                    PolicySettings.KEYS,
                    QuerySettings.KEYS,
                    ResultCacheSettings.KEYS,
                    DataCacheSettings.KEYS,
                    SpoolingSettings.KEYS,
                    ResourceGroupSettings.KEYS,
                    HistorySettings.KEYS,
                    MetricsSettings.KEYS,
                    TracingSettings.KEYS,
                    RateLimitSettings.KEYS,
                    SecuritySettings.KEYS,
                    SessionSettings.KEYS,
                    LoggingSettings.KEYS)
            .<Key<?>>flatMap(List::stream)
            .toList();

    private static final String LATER = "this version does not have the feature.";

    private ServerKeys() {}

    static KnownKeys known() {
        return new KnownKeys(ALL, retired());
    }

    /**
     * Keys of the original whose absence makes nothing less safe. One that would, as {@code access_control}, is an unknown key and
     * keeps the server from starting.
     */
    private static Map<String, String> retired() {
        Map<String, String> retired = new LinkedHashMap<>();
        for (String later : List.of(
                "worker",
                "storage",
                "maintenance",
                "coordinator.grpc",
                "coordinator.quack_port",
                "coordinator.max_workers",
                "coordinator.worker_rpc_timeout_secs",
                "coordinator.credential_refresh_interval_secs",
                "coordinator.credential_push_connect_timeout_secs",
                "coordinator.credential_push_request_timeout_secs",
                "coordinator.auth_handshake_timeout_secs",
                "coordinator.shuffle_compression",
                "catalog.metadata_cache_ttl_secs",
                "catalog.default_table_format_version",
                "catalog.manifest_concurrency",
                "catalog.runtime_filters",
                "metrics.openlineage",
                "metrics.audit_export",
                "metrics.audit.format",
                "query.max_concurrent_sorted_writes",
                "query.role_overrides",
                "query.default_catalog",
                "query.catalog_discovery")) {
            retired.put(later, LATER);
        }
        for (String engine : List.of(
                "coordinator.memory_pool",
                "coordinator.spill_compression",
                "coordinator.session_context_cache_ttl_secs",
                "query.sort_mode",
                "query.distribution_threshold",
                "query.distribution_file_threshold",
                "query.target_task_size",
                "query.parallel_scan",
                "query.parallel_probe_scan",
                "query.star_schema_reorder",
                "query.star_schema_min_ratio",
                "query.dim_build_swap",
                "query.late_materialization_min_projection_cols")) {
            retired.put(engine, "it tuned an engine that is not this one; remove it.");
        }
        retired.put("coordinator.debug", "write logging.level = \"debug\".");
        for (String snapshot : List.of(
                "session.persistence",
                "session.persistence_path",
                "session.snapshot_interval_secs",
                "session.expiry_sweep_interval_secs")) {
            retired.put(snapshot, "sessions are sealed into their tokens and survive a restart; remove it.");
        }
        return retired;
    }
}
