package io.sqe.gateway.web;

import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.identity.Credentials;
import io.sqe.gateway.observation.ActiveQueries;
import io.sqe.gateway.observation.ObservedEngine;
import io.sqe.gateway.observation.QueryHistory;
import io.sqe.gateway.observation.report.QueryReports;
import io.sqe.gateway.observation.report.ReportedEngine;
import io.sqe.gateway.operations.EngineReport;
import io.sqe.gateway.operations.OperationsOptions;
import io.sqe.gateway.operations.OperationsServer;
import io.sqe.gateway.operations.QueryDesk;
import io.sqe.gateway.operations.Readiness;
import io.sqe.gateway.operations.ServerSample;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.testing.TrialEngine;
import io.sqe.gateway.session.ClusterKeys;
import io.sqe.gateway.session.SessionClaims;
import io.sqe.gateway.session.Sessions;
import io.sqe.gateway.web.WebOptions.PlainHttp;
import io.sqe.gateway.web.view.ServerState;
import io.sqe.policy.decision.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The pages of a server whose queries never end; everybody's password is {@code pw}, and {@code root} is an administrator. */
final class Site implements VisitObserver, AutoCloseable {
    static final int ENDED_MAX = 1_000;
    private static final String KEYS = "a:" + "A".repeat(43) + "=";

    private final ActiveQueries active = new ActiveQueries();
    private final QueryHistory history = new QueryHistory(ENDED_MAX, Duration.ofHours(1), Clock.systemUTC());
    private final QueryReports reports = new QueryReports();
    private final TrialEngine hanging = new TrialEngine();
    private final ReportedEngine engine =
            new ReportedEngine(new ObservedEngine(hanging, active, List.of(history), Clock.systemUTC()), reports);
    private final AtomicInteger sentAway = new AtomicInteger();
    private final List<ServerSample> samples = new CopyOnWriteArrayList<>();
    private final Sessions sessions;
    private final OperationsServer server;

    Site(PlainHttp plainHttp, Clock clock) {
        sessions = new Sessions(ClusterKeys.parse(KEYS), Duration.ofMinutes(10), Duration.ofHours(1), clock);
        QueryDesk desk = new QueryDesk(active, history, Site::authenticate, () -> Set.of("admin"));
        server = OperationsServer.open(
                new OperationsOptions(
                        "127.0.0.1",
                        0,
                        0,
                        "hybrid",
                        "1.2.3",
                        Set.of("admin"),
                        () -> new EngineReport("process", true, false, 2, 0, 0)),
                _ -> "",
                new Readiness(Map.of()),
                desk,
                List.of(),
                List.of(new WebPages(
                        new WebOptions(7, "1.2.3", "hybrid", plainHttp),
                        new PageSources(desk, reports, sessions, new QuietServer(), () -> List.copyOf(samples)),
                        this,
                        clock)));
    }

    private static Principal authenticate(Credentials credentials) {
        if (credentials instanceof Credentials.Password(String user, String secret) && secret.equals("pw")) {
            return new Principal(user, user.equals("root") ? Set.of("admin") : Set.of());
        }
        throw new AuthenticationException(AuthenticationException.Reason.INVALID);
    }

    void sample(ServerSample sample) {
        samples.add(sample);
    }

    QueryId start(String user, String sql) {
        QueryOptions options = QueryOptions.standard();
        engine.start(
                sql, new Session(new Principal(user, Set.of()), "lake", Optional.empty(), ZoneOffset.UTC), options);
        return options.id();
    }

    /** As {@link #start}, of rows that are read to their end. */
    void run(String user, String sql) {
        Session session = new Session(new Principal(user, Set.of()), "lake", Optional.empty(), ZoneOffset.UTC);
        try (Query query = engine.start(sql, session)) {
            boolean hasNext = query.rows().loadNext();
            while (hasNext) {
                hasNext = query.rows().loadNext();
            }
        }
    }

    List<QueryId> cancelled() {
        return hanging.cancelled();
    }

    String sessionOf(String user) {
        return sessions.inUse().stream()
                .map(Sessions.SessionInUse::claims)
                .filter(claims -> claims.principal().name().equals(user))
                .map(SessionClaims::id)
                .findFirst()
                .orElse("none");
    }

    int port() {
        return server.healthPort();
    }

    int sentAwayCount() {
        return sentAway.get();
    }

    @Override
    public void loggedIn(Principal principal) {}

    @Override
    public void sentAway() {
        sentAway.incrementAndGet();
    }

    @Override
    public void close() {
        server.close();
    }

    /** A server that does nothing. */
    private static final class QuietServer implements ServerState {

        @Override
        public Duration uptime() {
            return Duration.ofHours(3);
        }

        @Override
        public Queue queue() {
            return new Queue(1, 100, 2);
        }

        @Override
        public Memory memory() {
            return new Memory(1L << 30, 1L << 29, 1 << 20, 0, 1 << 28, 1 << 26, 1 << 29);
        }

        @Override
        public List<Cache> caches() {
            return List.of(new Cache("results", 3, 2048, 4096, 3, 1));
        }

        @Override
        public List<Node> nodes() {
            Optional<Instant> then = Optional.of(Instant.EPOCH);
            return List.of(
                    new Node("here", "hybrid", "active", Optional.of("1.2.3"), Optional.empty()),
                    new Node(
                            "there",
                            "worker",
                            "not answering",
                            Optional.empty(),
                            Optional.of(new Worker(4711, OptionalLong.empty(), Optional.empty(), then))));
        }
    }
}
