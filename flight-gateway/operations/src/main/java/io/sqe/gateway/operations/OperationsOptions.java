package io.sqe.gateway.operations;

import java.util.Set;

/**
 * Where and for whom.
 *
 * @param metricsPort for Prometheus
 * @param healthPort for everything else
 * @param role of this process in a cluster
 * @param adminRoles who may see and cancel others' queries
 */
public record OperationsOptions(
        String host, int metricsPort, int healthPort, String role, String version, Set<String> adminRoles) {

    public OperationsOptions {
        adminRoles = Set.copyOf(adminRoles);
    }
}
