package io.sqe.cli.wiring;

import io.sqe.gateway.admission.QueryLimits;
import io.sqe.gateway.admission.QueryLimits.Memory;
import io.sqe.gateway.admission.QueryLimits.Places;
import io.sqe.gateway.admission.QueryLimits.Rates;
import io.sqe.gateway.configuration.QuerySettings;
import io.sqe.gateway.configuration.RateLimitSettings;
import io.sqe.gateway.configuration.ServerConfiguration;
import java.util.Optional;

/** The limits of queries as a configuration has them. */
final class ServerLimits {
    private ServerLimits() {}

    static QueryLimits of(ServerConfiguration server) {
        QuerySettings query = server.query();
        return new QueryLimits(
                query.timeout(),
                query.queueTimeout(),
                query.planningTimeout(),
                query.resultRowsMax(),
                query.sqlBytesMax(),
                new Places(query.concurrentMax(), query.concurrentPerUserMax(), query.queuedPerUserMax()),
                new Memory(
                        server.coordinator().memoryLimit().bytes(),
                        query.perUserMemory().bytes(),
                        query.queryMemory().bytes()),
                rates(server.rateLimit()));
    }

    private static Optional<Rates> rates(RateLimitSettings settings) {
        return settings.enabled()
                ? Optional.of(new Rates(settings.queriesPerUserPerMinute(), settings.queriesPerMinute()))
                : Optional.empty();
    }
}
