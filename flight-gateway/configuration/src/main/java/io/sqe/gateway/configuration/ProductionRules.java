package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.Configuration.Insecurity;
import io.sqe.gateway.configuration.CoordinatorSettings.Mode;
import io.sqe.gateway.configuration.key.Origin;
import io.sqe.gateway.configuration.key.Problem;
import java.util.ArrayList;
import java.util.List;

/** What {@code coordinator.production_mode} refuses. */
final class ProductionRules {
    private ProductionRules() {}

    static List<Problem> problems(ServerConfiguration server, Insecurity insecurity) {
        List<String> refusals = new ArrayList<>();
        if (!server.coordinator().productionMode()) {
            return List.of();
        }
        boolean hasUsers = server.coordinator().mode() != Mode.WORKER;
        if (hasUsers && server.authentication().letsAnyoneIn()) {
            refusals.add("auth.providers must not let anyone in without proof");
        }
        if (hasUsers && !server.rateLimit().enabled()) {
            refusals.add("rate_limit.enabled must be true");
        }
        if (server.security().allowInsecureTransport()) {
            refusals.add("security.allow_insecure_transport must be false");
        }
        if (server.coordinator().tls().isEmpty()) {
            refusals.add("coordinator.tls.cert_file and key_file must be set");
        }
        if (hasUsers && server.storage().allowLocalPaths()) {
            refusals.add("storage.tvf.allow_local_paths must be false");
        }
        if (hasUsers && server.query().sizes().sqlBytes() == 0) {
            refusals.add("query.max_sql_bytes must not be 0");
        }
        if (hasUsers && server.metrics().audit().isEmpty()) {
            refusals.add("metrics.audit_log_path must be set");
        }
        if (insecurity == Insecurity.ALLOWED) {
            refusals.add("--allow-insecure is not allowed");
        }
        return refusals.stream()
                .map(refusal -> Problem.error(new Origin.Standard(), "in production mode " + refusal))
                .toList();
    }
}
