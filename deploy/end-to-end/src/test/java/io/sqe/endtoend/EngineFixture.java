package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sqe.cli.wiring.EmbeddedEngine;
import io.sqe.cli.wiring.EmbeddedOptions;
import io.sqe.executor.ArrowStream;
import io.sqe.gateway.caching.ResultCache;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.lifecycle.EngineSurroundings;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.QueryInput;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.SqlText;
import io.sqe.gateway.system.RuntimeState;
import io.sqe.policy.decision.Principal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.arrow.vector.VectorSchemaRoot;

/** The whole engine over a warehouse folder, as the {@code sqe} program opens it. */
final class EngineFixture implements AutoCloseable {
    private static final Principal OWNER = new Principal("owner", Set.of());

    private final QueryEngine engine;
    private final Session session;

    private EngineFixture(EmbeddedOptions options, QueryEngine engine) {
        this.engine = engine;
        this.session = options.newSession();
    }

    private EngineFixture(EmbeddedOptions options) {
        this(options, EmbeddedEngine.open(options));
    }

    /** Opens the warehouse with a cache of results, which the caller closes afterwards. */
    static EngineFixture openWith(ResultCache results, Path warehouse) {
        EmbeddedOptions options = options(warehouse, Optional.empty(), OWNER);
        var around = new EngineSurroundings(RuntimeState.UNWATCHED, Optional.of(results), List.of());
        return new EngineFixture(options, EmbeddedEngine.open(options, around));
    }

    static EngineFixture open(Path warehouse) {
        return new EngineFixture(options(warehouse, Optional.empty(), OWNER));
    }

    /** Opens the warehouse as somebody, under the policy in a file. */
    static EngineFixture openAs(Principal principal, Path warehouse, Path policy) {
        return new EngineFixture(options(warehouse, Optional.of(policy), principal));
    }

    private static EmbeddedOptions options(Path warehouse, Optional<Path> policy, Principal principal) {
        return new EmbeddedOptions(
                new EmbeddedOptions.Warehouse.Directory(warehouse),
                Map.of(),
                EmbeddedOptions.Resources.unlimited(),
                policy,
                principal,
                ZoneOffset.UTC);
    }

    QueryEngine engine() {
        return engine;
    }

    Session session() {
        return session;
    }

    /** Another session of the same person. */
    Session sessionIn(ZoneId zone) {
        Session.Location location = session.location();
        return new Session(session.principal(), location.catalog(), location.namespace(), zone);
    }

    /** Runs statements for their effect. */
    void run(String... statements) {
        for (String statement : statements) {
            rows(statement);
        }
    }

    /** The rows as text, columns separated by {@code |}. */
    List<String> rows(String sql) {
        return rows(new SqlText(sql));
    }

    /** The same of whatever can be run. */
    List<String> rows(QueryInput input) {
        return rows(input, QueryOptions.standard());
    }

    /** The same, run as the options say. */
    List<String> rows(QueryInput input, QueryOptions options) {
        List<String> rows = new ArrayList<>();
        try (Query query = engine.start(input, session, options)) {
            ArrowStream stream = query.rows();
            while (stream.loadNext()) {
                VectorSchemaRoot batch = stream.batch();
                for (int row = 0; row < batch.getRowCount(); row++) {
                    rows.add(text(batch, row));
                }
            }
        }
        return rows;
    }

    /** The failure of a statement that must fail. */
    QueryException failure(String sql) {
        return failure(new SqlText(sql));
    }

    /** The same of whatever can be run. */
    QueryException failure(QueryInput input) {
        QueryException failure = catchThrowableOfType(QueryException.class, () -> rows(input));
        if (failure == null) {
            throw new AssertionError("This ran, and must not: " + input.text());
        }
        return failure;
    }

    private static String text(VectorSchemaRoot batch, int row) {
        return batch.getFieldVectors().stream()
                .map(vector -> vector.getObject(row))
                .map(value -> value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value))
                .collect(Collectors.joining("|"));
    }

    @Override
    public void close() {
        engine.close();
    }
}
