package io.sqe.cli.wiring.server;

import io.sqe.cli.wiring.EmbeddedOptions;
import io.sqe.gateway.configuration.CoordinatorSettings;
import io.sqe.gateway.flight.FlightSqlOptions;
import io.sqe.gateway.flight.FlightSqlServer;
import io.sqe.gateway.flight.compression.Compression;
import io.sqe.gateway.flight.limit.FlightLimits;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.Session;
import io.sqe.policy.decision.Principal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/** The port for clients of Flight SQL. */
record FlightSqlPort(QueryEngine engine, ServerSecurity security) implements ServerPort {

    @Override
    public void open(ServerGround ground) {
        CoordinatorSettings coordinator = ground.configuration().coordinator();
        if (coordinator.flightSqlPort() == 0) {
            return;
        }
        ServerAuthentication authentication = security.authentication();
        BufferAllocator allocator = ground.parts().keep(new RootAllocator(), BufferAllocator::close);
        ground.parts()
                .keep(
                        FlightSqlServer.open(
                                options(ground),
                                engine,
                                authentication.authenticator(),
                                new SealedTokens(
                                        authentication.sessions(),
                                        security.audit().access()),
                                FlightSqlPort::newSession,
                                security.audit().clientWatch(),
                                allocator),
                        FlightSqlServer::close);
        String scheme = coordinator.tls().isPresent() ? "grpc+tls" : "grpc";
        ground.listensAt("Flight SQL", "%s://%s:%d".formatted(scheme, coordinator.host(), coordinator.flightSqlPort()));
    }

    private FlightSqlOptions options(ServerGround ground) {
        CoordinatorSettings coordinator = ground.configuration().coordinator();
        FlightSqlOptions plain = FlightSqlOptions.loopback()
                .withAddress(coordinator.host(), coordinator.flightSqlPort())
                .withLimits(limits(ground.configuration().query().times().idleResult()))
                .withCompression(
                        Compression.valueOf(coordinator.flightCompression().name()))
                .withVersion(ground.version())
                .withSqlBytesAllowed(() -> ServerLimits.sqlBytesMax(ground.configuration()));
        return security.certificate()
                .map(own -> plain.withTls(new FlightSqlOptions.Tls(own, own.clientAuthorities())))
                .orElse(plain);
    }

    /** A reader that stalls is cut off when its query is stopped; before that Flight's own limit would be in the way. */
    private static FlightLimits limits(Duration idle) {
        FlightLimits standard = FlightLimits.standard();
        standard = standard.with(standard.messages().withSqlBytesMax(ServerLimits.PROTOCOL_SQL_BYTES_MAX));
        return idle.isZero() ? standard : standard.with(standard.work().withStalledReaderMax(idle));
    }

    private static Session newSession(Principal principal) {
        return new Session(principal, EmbeddedOptions.CATALOG, Optional.of(EmbeddedOptions.NAMESPACE), ZoneOffset.UTC);
    }
}
