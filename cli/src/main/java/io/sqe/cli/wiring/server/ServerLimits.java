package io.sqe.cli.wiring.server;

import io.sqe.gateway.admission.QueryLimits;
import io.sqe.gateway.admission.QueryLimits.Memory;
import io.sqe.gateway.admission.QueryLimits.Places;
import io.sqe.gateway.admission.QueryLimits.Rates;
import io.sqe.gateway.admission.QueryLimits.Sizes;
import io.sqe.gateway.admission.QueryLimits.Times;
import io.sqe.gateway.admission.ResourceGroup;
import io.sqe.gateway.admission.ResourceGroups;
import io.sqe.gateway.configuration.QuerySettings;
import io.sqe.gateway.configuration.RateLimitSettings;
import io.sqe.gateway.configuration.ResourceGroupSettings;
import io.sqe.gateway.configuration.ServerConfiguration;
import java.util.Optional;

/** The limits of queries as a configuration has them. */
final class ServerLimits {
    /** What a protocol takes at all; what is allowed ({@code query.max_sql_bytes}) can change meanwhile and is checked behind it. */
    static final int PROTOCOL_SQL_BYTES_MAX = 16 << 20;

    private ServerLimits() {}

    /** Of one statement, as clients are told. */
    static int sqlBytesMax(ServerConfiguration server) {
        long allowed = server.query().sizes().sqlBytes();
        return allowed == 0 ? PROTOCOL_SQL_BYTES_MAX : Math.toIntExact(Math.min(allowed, PROTOCOL_SQL_BYTES_MAX));
    }

    static QueryLimits of(ServerConfiguration server) {
        QuerySettings query = server.query();
        return new QueryLimits(
                new Times(
                        query.times().total(),
                        query.times().queue(),
                        query.times().planning(),
                        query.times().idleResult()),
                new Sizes(
                        query.sizes().resultRows(),
                        query.sizes().sqlBytes(),
                        query.sizes().spill().bytes()),
                new Places(query.concurrentMax(), query.concurrentPerUserMax(), query.queuedPerUserMax()),
                new Memory(
                        server.coordinator().memoryLimit().bytes(),
                        query.perUserMemory().bytes(),
                        query.queryMemory().bytes(),
                        query.queryMemoryMax().bytes()),
                rates(server.rateLimit()),
                new ResourceGroups(server.resourceGroups().stream()
                        .map(ServerLimits::group)
                        .toList()));
    }

    private static ResourceGroup group(ResourceGroupSettings group) {
        return new ResourceGroup(
                group.name(),
                group.users(),
                group.roles(),
                group.sources(),
                group.concurrentMax(),
                group.queuedMax(),
                group.memoryPercent(),
                group.weight());
    }

    private static Optional<Rates> rates(RateLimitSettings settings) {
        return settings.enabled()
                ? Optional.of(new Rates(
                        settings.queriesPerUserPerMinute(),
                        settings.queriesPerMinute(),
                        settings.metadataPerUserPerMinute()))
                : Optional.empty();
    }
}
