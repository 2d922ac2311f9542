package io.sqe.bench.run;

import io.sqe.bench.data.TableLoader;
import io.sqe.bench.data.TableSource;
import io.sqe.bench.peer.DuckDbPeer;
import io.sqe.bench.peer.SourceBatches;
import io.sqe.catalog.NamespaceName;
import io.sqe.executor.ArrowStream;
import io.sqe.executor.duckdb.BatchTable;
import io.sqe.executor.duckdb.Connection;
import io.sqe.executor.duckdb.Database;
import io.sqe.executor.duckdb.DatabaseOptions;
import io.sqe.executor.duckdb.DuckDbLibrary;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.QueryInput;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.QueryProgress;
import io.sqe.gateway.query.QueryTimings;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.StatementDescription;
import io.sqe.gateway.query.Vocabulary;
import io.sqe.policy.decision.Principal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/** DuckDB in the place of the engine under test, with one Parquet file a table. */
public final class DuckDbUnderTest implements EngineUnderTest {
    private final EngineLimits limits;
    private final DuckDbPeer duckdb;
    private final UnaryOperator<String> tampering;

    private DuckDbUnderTest(EngineLimits limits, UnaryOperator<String> tampering) {
        this.limits = limits;
        this.duckdb = DuckDbPeer.open(limits);
        this.tampering = tampering;
    }

    public static DuckDbUnderTest launch(EngineLimits limits) {
        return new DuckDbUnderTest(limits, UnaryOperator.identity());
    }

    /** One that runs other texts than it is given. */
    public static DuckDbUnderTest faulty(EngineLimits limits, UnaryOperator<String> tampering) {
        return new DuckDbUnderTest(limits, tampering);
    }

    @Override
    public Session session(String namespace) {
        try (Stream<Path> files = Files.list(limits.warehouse().resolve(namespace))) {
            files.forEach(file -> duckdb.show(file.getFileName().toString().replace(".parquet", ""), List.of(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Optional<NamespaceName> location = Optional.of(new NamespaceName("lake", List.of(namespace)));
        return new Session(new Principal("bench", Set.of()), "lake", location, ZoneOffset.UTC);
    }

    @Override
    public TableLoader loader() {
        return this::load;
    }

    @Override
    public List<Path> dataFiles(String namespace, String table) {
        return List.of(limits.warehouse().resolve(namespace).resolve(table + ".parquet"));
    }

    @Override
    public QueryEngine queries() {
        return new TextEngine();
    }

    @Override
    public void close() {
        duckdb.close();
    }

    private long load(String namespace, TableSource source) {
        Path file = dataFiles(namespace, source.name()).getFirst();
        DatabaseOptions options = DatabaseOptions.open().withThreads(limits.threads());
        try (BufferAllocator allocator = new RootAllocator();
                Database database = Database.open(DuckDbLibrary.load(), options);
                Connection connection = database.connect();
                BatchTable batches = database.provide("source", new SourceBatches(source, allocator))) {
            Files.createDirectories(file.getParent());
            return connection.execute("COPY (SELECT * FROM %s) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
                    .formatted(batches.sql(), file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private final class TextEngine implements QueryEngine {
        @Override
        public Query start(QueryInput input, Session session, QueryOptions options) {
            String sql = input.text();
            try {
                return new TextQuery(duckdb.start(tampering.apply(sql), _ -> {}));
            } catch (PeerFailedException failure) {
                throw new QueryException(
                        ErrorCode.INTERNAL_ERROR, String.valueOf(failure.getMessage()), Optional.empty(), failure);
            }
        }

        @Override
        public StatementDescription describe(QueryInput input, Session session) {
            throw new UnsupportedOperationException("Nobody asks this engine what a statement would answer");
        }

        @Override
        public Vocabulary vocabulary(Session session) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    private record TextQuery(Contender.Running running) implements Query {
        @Override
        public StatementKind kind() {
            return StatementKind.ROWS;
        }

        @Override
        public ArrowStream rows() {
            return running.rows();
        }

        @Override
        public OptionalLong rowsWritten() {
            return OptionalLong.empty();
        }

        @Override
        public QueryTimings timings() {
            return new QueryTimings(Duration.ofMillis(1), Duration.ofMillis(2));
        }

        @Override
        public QueryId id() {
            throw new UnsupportedOperationException();
        }

        @Override
        public QueryProgress progress() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void cancel() {}

        @Override
        public void close() {
            running.close();
        }
    }
}
