package io.sqe.gateway.operations;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * Where and for whom.
 *
 * @param metricsPort for Prometheus
 * @param healthPort for everything else
 * @param role of this process in a cluster
 * @param adminRoles who may see and cancel others' queries
 * @param engine quick to ask
 * @param tls of the health port; without it everything there is in the clear
 */
public record OperationsOptions(
        String host,
        int metricsPort,
        int healthPort,
        String role,
        String version,
        Set<String> adminRoles,
        Supplier<EngineReport> engine,
        Optional<SSLContext> tls) {

    public OperationsOptions {
        adminRoles = Set.copyOf(adminRoles);
    }

    /** Without TLS. */
    public OperationsOptions(
            String host,
            int metricsPort,
            int healthPort,
            String role,
            String version,
            Set<String> adminRoles,
            Supplier<EngineReport> engine) {
        this(host, metricsPort, healthPort, role, version, adminRoles, engine, Optional.empty());
    }

    public OperationsOptions withTls(Optional<SSLContext> context) {
        return new OperationsOptions(host, metricsPort, healthPort, role, version, adminRoles, engine, context);
    }
}
