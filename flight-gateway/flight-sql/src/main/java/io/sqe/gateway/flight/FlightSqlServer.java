package io.sqe.gateway.flight;

import io.sqe.gateway.flight.call.CallAuthentication;
import io.sqe.gateway.flight.call.CallAuthenticator;
import io.sqe.gateway.flight.call.SessionTokens;
import io.sqe.gateway.flight.limit.FlightLimits;
import io.sqe.gateway.flight.metadata.Metadata;
import io.sqe.gateway.flight.metadata.ServiceFacts;
import io.sqe.gateway.flight.session.FlightSessions;
import io.sqe.gateway.flight.session.SessionSettings;
import io.sqe.gateway.flight.statement.DescribedTables;
import io.sqe.gateway.flight.statement.OpenResults;
import io.sqe.gateway.flight.statement.PolledQueries;
import io.sqe.gateway.flight.statement.PreparedStatements;
import io.sqe.gateway.flight.statement.StatementRuns;
import io.sqe.gateway.flight.statement.StatementStarter;
import io.sqe.gateway.flight.statement.Transactions;
import io.sqe.gateway.flight.stream.ClientWaits;
import io.sqe.gateway.flight.stream.EngineThreads;
import io.sqe.gateway.identity.Authenticator;
import io.sqe.gateway.query.ClientWatch;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.Session;
import io.sqe.policy.decision.Principal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.arrow.flight.FlightServer;
import org.apache.arrow.memory.BufferAllocator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Flight SQL service that listens. Whoever opened it closes it, and before it the engine stays open. */
public final class FlightSqlServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FlightSqlServer.class);
    private static final int SWEEP_SECONDS = 5;

    private final FlightServer server;
    private final FlightNetwork network;
    private final ExecutorService calls;
    private final ScheduledExecutorService sweeper;
    private final Parts parts;
    private final OpenResults results;
    private final BufferAllocator allocator;

    private FlightSqlServer(
            Parts parts, FlightServer server, FlightNetwork network, ExecutorService calls, BufferAllocator allocator) {
        this.server = server;
        this.network = network;
        this.calls = calls;
        this.parts = parts;
        this.results = parts.runs().results();
        this.allocator = allocator;
        this.sweeper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("sqe-flight-sweeper").factory());
        var _ = sweeper.scheduleWithFixedDelay(parts::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Opens the service and listens.
     *
     * @param engine runs the statements; stays the caller's
     * @param authenticator knows passwords and the tokens that others issued
     * @param tokens what a client gets for its password
     * @param newSession a principal's session as it begins
     * @param allocator accounts for what is received and for answers that no engine makes; stays the caller's
     * @throws UncheckedIOException if it cannot listen there
     */
    public static FlightSqlServer open(
            FlightSqlOptions options,
            QueryEngine engine,
            Authenticator authenticator,
            SessionTokens tokens,
            Function<Principal, Session> newSession,
            BufferAllocator allocator) {
        return open(options, engine, authenticator, tokens, newSession, ClientWatch.NONE, allocator);
    }

    /**
     * As the other.
     *
     * @param watch knows where clients are, and is told of refusals
     */
    public static FlightSqlServer open(
            FlightSqlOptions options,
            QueryEngine engine,
            Authenticator authenticator,
            SessionTokens tokens,
            Function<Principal, Session> newSession,
            ClientWatch watch,
            BufferAllocator allocator) {
        Parts parts = Parts.of(options, engine, newSession);
        BufferAllocator own = allocator.newChildAllocator(
                "flight-sql", 0, options.limits().messages().receivedBytesMax());
        ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
        FlightNetwork network = new FlightNetwork();
        try {
            FlightServer server = network.builder(options, own, parts.service(options, engine, own))
                    .executor(calls)
                    .middleware(
                            CallAuthentication.KEY,
                            new CallAuthenticator(authenticator, tokens, parts.sessions(), watch))
                    .build()
                    .start();
            return new FlightSqlServer(parts, server, network, calls, own);
        } catch (IOException failure) {
            network.close();
            calls.close();
            parts.close();
            own.close();
            throw new UncheckedIOException(
                    "Cannot listen on %s:%d. %s".formatted(options.host(), options.port(), failure.getMessage()),
                    failure);
        }
    }

    /** The port it listens on, also when any was asked for. */
    public int port() {
        return server.getPort();
    }

    /** Results that wait for their readers or have them. */
    public int openResults() {
        return results.count();
    }

    /** Stops listening, stops every query, and frees everything. */
    @Override
    public void close() {
        sweeper.shutdownNow();
        results.close();
        try {
            server.close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        network.close();
        calls.shutdownNow();
        parts.close();
        closeAllocator();
    }

    /** What a client that was cut off had not taken may still be with the network's threads for a moment. */
    private void closeAllocator() {
        try {
            allocator.close();
        } catch (IllegalStateException stillInUse) {
            LOG.atWarn().addKeyValue("bytes", allocator.getAllocatedMemory()).log("service closed with buffers in use");
        }
    }

    /** What keeps things between calls. */
    private record Parts(
            EngineThreads threads,
            ClientWaits waits,
            FlightSessions sessions,
            StatementStarter starter,
            StatementRuns runs) {

        static Parts of(FlightSqlOptions options, QueryEngine engine, Function<Principal, Session> newSession) {
            FlightLimits limits = options.limits();
            Clock clock = Clock.systemUTC();
            EngineThreads threads = new EngineThreads(limits.work());
            StatementStarter starter = new StatementStarter(engine, threads, limits.messages());
            StatementRuns runs = new StatementRuns(
                    starter,
                    new OpenResults(
                            limits.held().resultsPerUserMax(), limits.idle().result(), clock),
                    new PreparedStatements(limits.held(), limits.idle().prepared(), clock),
                    new PolledQueries(limits.held(), limits.idle().result(), clock),
                    new Transactions(limits.held(), limits.idle().prepared(), clock));
            FlightSessions sessions = new FlightSessions(
                    newSession, limits.held().sessionsMax(), limits.idle().session(), clock);
            return new Parts(threads, new ClientWaits(limits.work().stalledSenderMax()), sessions, starter, runs);
        }

        FlightSqlService service(FlightSqlOptions options, QueryEngine engine, BufferAllocator allocator) {
            FlightLimits limits = options.limits();
            Session nobody = sessions.begin(new Principal("nobody", Set.of())).current();
            ServiceFacts facts =
                    new ServiceFacts(options.version(), engine.vocabulary(nobody), options.sqlBytesAllowed());
            return new FlightSqlService(
                    new QueryCalls(runs),
                    new UpdateCalls(runs, allocator, waits),
                    new ActionCalls(runs, new SessionSettings(engine)),
                    new Metadata(engine, new DescribedTables(starter), facts, allocator),
                    threads,
                    allocator,
                    limits,
                    waits,
                    options.compression());
        }

        void close() {
            waits.close();
            threads.close();
        }

        void sweep() {
            runs.sweep();
            sessions.sweep();
        }
    }
}
