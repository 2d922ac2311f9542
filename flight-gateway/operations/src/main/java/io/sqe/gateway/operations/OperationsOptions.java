package io.sqe.gateway.operations;

import java.util.Set;
import java.util.function.Supplier;

/**
 * Where and for whom.
 *
 * @param metricsPort for Prometheus
 * @param healthPort for everything else
 * @param role of this process in a cluster
 * @param adminRoles who may see and cancel others' queries
 * @param engine quick to ask
 */
public record OperationsOptions(
        String host,
        int metricsPort,
        int healthPort,
        String role,
        String version,
        Set<String> adminRoles,
        Supplier<EngineReport> engine) {

    public OperationsOptions {
        adminRoles = Set.copyOf(adminRoles);
    }
}
