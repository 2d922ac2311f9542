package io.sqe.cli.wiring.server;

import io.sqe.gateway.configuration.Configuration;
import io.sqe.gateway.configuration.ServerConfiguration;
import io.sqe.gateway.identity.UserFileException;
import io.sqe.gateway.operations.ApiEndpoint;
import io.sqe.gateway.operations.MetricsHistory;
import io.sqe.gateway.operations.OverviewEndpoint;
import io.sqe.gateway.operations.QueryDesk;
import io.sqe.gateway.operations.Readiness;
import io.sqe.gateway.operations.Readiness.State;
import io.sqe.gateway.operations.SessionsEndpoint;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.policy.file.PolicyFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A server, put together and running. One engine stands behind every protocol: observed outermost, so that refusals are seen; then
 * limited; then planning in this process, and the engine wherever it runs.
 */
public final class SqeServer implements ServerProcess {
    private final ServerGround ground;
    private final ServerSecurity security;
    private final ServerEngine.Opened engine;
    private final OrderlyEnd end;

    /** Opens everything in order, the ports for queries last. */
    private SqeServer(ServerGround ground) {
        this.ground = ground;
        this.security = ServerSecurity.open(ground);
        ServerObservation observation = ServerObservation.open(ground, security);
        ServerEngine place = new ServerEngine(ground);
        Readiness readiness = ServerReadiness.of(ground, security.audit(), place.watch());
        operations(observation, place, readiness).open(ground);
        this.engine = place.open(observation.runtime(place.watch()));
        QueryEngine front = observation.inFrontOf(engine.limited());
        observation.measure(place, engine.limited());
        for (ServerPort port : List.of(
                new HybridPort(engine.embedded()),
                new FlightSqlPort(front, security),
                new TrinoPort(front, security))) {
            port.open(ground);
        }
        this.end = new OrderlyEnd(ground, readiness, engine.limited(), observation.active());
        readiness.moveTo(State.SERVING);
    }

    /**
     * Opens it; the caller closes it.
     *
     * @throws NotStartedException if something cannot be opened; nothing stays open then
     */
    public static SqeServer open(Configuration configuration, String version) {
        ServerGround ground = new ServerGround(configuration.server(), version);
        try {
            return new SqeServer(ground);
        } catch (RuntimeException failure) {
            ground.close();
            throw new NotStartedException(failure);
        }
    }

    /** Health, metrics and pages: they are there before the engine, to tell that it starts. */
    private ServerPort operations(ServerObservation observation, ServerEngine engine, Readiness readiness) {
        QueryDesk desk = observation.desk();
        ServerFacts facts = new ServerFacts(ground, engine, readiness);
        ServerSamples samples = new ServerSamples(ground, security, engine, facts);
        MetricsHistory history = ground.parts().keep(MetricsHistory.open(samples::now), MetricsHistory::close);
        WebFrontDoor web = new WebFrontDoor(ground, security, observation.reports(), facts, history);
        List<ApiEndpoint> api = List.of(
                new OverviewEndpoint(
                        security.authentication().authenticator(),
                        samples::now,
                        engine.watch()::report,
                        engine.watch()::workers,
                        history),
                new SessionsEndpoint(
                        security.authentication().authenticator(),
                        security::adminRoles,
                        security.authentication().sessions()::endAll));
        return new OperationsPorts(
                engine.watch(), readiness, desk, security.adminRoles(), security.certificate(), api, web.pages(desk));
    }

    @Override
    public Map<String, String> addresses() {
        return ground.addresses();
    }

    /**
     * Takes over what can change while the server runs: limits, users, administrators, the rules of the policy, the certificate. All
     * is read before any of it changes.
     *
     * @throws UserFileException if a file of users is wrong; nothing has changed then
     * @throws PolicyFileException if the policy is wrong; nothing has changed then
     */
    @Override
    public void reload(Configuration configuration) {
        ServerConfiguration next = configuration.server();
        List<Runnable> changes = new ArrayList<>();
        changes.addAll(security.readAgain(next));
        changes.addAll(engine.readAgain(ground.configuration(), next));
        changes.forEach(Runnable::run);
        ground.takeOver(next);
    }

    @Override
    public void close() {
        end.run();
    }

    /** Something could not be opened; the message is for whoever started it. */
    public static final class NotStartedException extends RuntimeException {
        NotStartedException(RuntimeException cause) {
            super("The server is not started. " + cause.getMessage(), cause);
        }
    }
}
