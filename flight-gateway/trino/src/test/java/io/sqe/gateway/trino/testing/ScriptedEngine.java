package io.sqe.gateway.trino.testing;

import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.failure.SqlPosition;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.Query.StatementKind;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.QueryInput;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.StatementDescription;
import io.sqe.gateway.query.Vocabulary;
import io.sqe.planner.parameter.Parameter;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** An engine that knows the answers to the statements of a test and nothing else. */
public final class ScriptedEngine implements QueryEngine {
    private final BufferAllocator allocator = new RootAllocator();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private final List<Parameter> parameters = new CopyOnWriteArrayList<>();
    private final List<ScriptedQuery> queries = new CopyOnWriteArrayList<>();

    /** One batch of numbers from 0 in a column {@code n}. */
    public ScriptedEngine numbers(String sql, int count) {
        return answer(sql, StatementKind.ROWS, () -> Stream.of(numbers(count)).iterator());
    }

    /** Batches of numbers without end. */
    public ScriptedEngine endless(String sql) {
        return answer(
                sql,
                StatementKind.ROWS,
                () -> IntStream.iterate(0, i -> i + 1)
                        .mapToObj(_ -> numbers(1_000))
                        .iterator());
    }

    /** No rows, until somebody stops it. */
    public ScriptedEngine blocked(String sql) {
        answers.put(sql, (_, _) -> ScriptedQuery.blocked(numbers(1)));
        return this;
    }

    public ScriptedEngine vectors(String sql, Supplier<List<FieldVector>> vectors) {
        return answer(
                sql,
                StatementKind.ROWS,
                () -> Stream.of(new VectorSchemaRoot(vectors.get())).iterator());
    }

    public ScriptedEngine written(String sql, long rows) {
        return answer(
                sql, StatementKind.WRITE, () -> Stream.of(number("rows", rows)).iterator());
    }

    public ScriptedEngine command(String sql, Consumer<Session> effect) {
        answers.put(sql, (session, _) -> {
            effect.accept(session);
            return ScriptedQuery.of(
                    StatementKind.COMMAND,
                    message(),
                    List.<VectorSchemaRoot>of().iterator());
        });
        return this;
    }

    public ScriptedEngine failing(String sql, ErrorCode code, String message, SqlPosition position) {
        answers.put(sql, (_, _) -> {
            throw new QueryException(code, message, Optional.of(position), null);
        });
        return this;
    }

    public ScriptedEngine broken(String sql) {
        answers.put(sql, (_, _) -> {
            throw new IllegalStateException("the secret reason of a fault");
        });
        return this;
    }

    private ScriptedEngine answer(String sql, StatementKind kind, Supplier<Iterator<VectorSchemaRoot>> batches) {
        answers.put(sql, (_, _) -> {
            Iterator<VectorSchemaRoot> all = batches.get();
            VectorSchemaRoot first = all.next();
            return ScriptedQuery.of(
                    kind, first, Stream.concat(Stream.of(first), rest(all)).iterator());
        });
        return this;
    }

    private static Stream<VectorSchemaRoot> rest(Iterator<VectorSchemaRoot> batches) {
        Iterable<VectorSchemaRoot> rest = () -> batches;
        return StreamSupport.stream(rest.spliterator(), false);
    }

    public BufferAllocator allocator() {
        return allocator;
    }

    public List<Session> sessions() {
        return List.copyOf(sessions);
    }

    /** What the statements are called, as the engine was told. */
    public List<String> ids() {
        return List.copyOf(ids);
    }

    /** The values for placeholders, of all statements. */
    public List<Parameter> parameters() {
        return List.copyOf(parameters);
    }

    public List<ScriptedQuery> queries() {
        return List.copyOf(queries);
    }

    @Override
    public Query start(QueryInput input, Session session, QueryOptions options) {
        String sql = input.text();
        sessions.add(session);
        ids.add(options.id().text());
        parameters.addAll(options.parameters().values());
        Answer answer = answers.get(sql);
        if (answer == null) {
            throw new QueryException(
                    ErrorCode.SYNTAX_ERROR, "The test knows no answer to: " + sql, Optional.empty(), null);
        }
        ScriptedQuery query = answer.start(session, options);
        queries.add(query);
        options.onAccepted().accept(query);
        return query;
    }

    @Override
    public StatementDescription describe(QueryInput input, Session session) {
        return new StatementDescription(
                StatementKind.ROWS,
                new Schema(List.of(Field.nullable("n", new ArrowType.Int(Long.SIZE, true)))),
                new Schema(List.of(Field.nullable("p", new ArrowType.Int(Integer.SIZE, true)))));
    }

    @Override
    public Vocabulary vocabulary(Session session) {
        throw new UnsupportedOperationException("Trino's clients ask SHOW FUNCTIONS");
    }

    @Override
    public void close() {}

    private VectorSchemaRoot numbers(int count) {
        BigIntVector vector = new BigIntVector("n", allocator);
        vector.allocateNew(count);
        IntStream.range(0, count).forEach(row -> vector.set(row, row));
        vector.setValueCount(count);
        return VectorSchemaRoot.of(vector);
    }

    private VectorSchemaRoot number(String name, long value) {
        BigIntVector vector = new BigIntVector(name, allocator);
        vector.allocateNew(1);
        vector.set(0, value);
        vector.setValueCount(1);
        return VectorSchemaRoot.of(vector);
    }

    private VectorSchemaRoot message() {
        VarCharVector vector = new VarCharVector("result", allocator);
        vector.allocateNew();
        vector.setValueCount(0);
        return VectorSchemaRoot.of(vector);
    }

    /** How a statement is answered. */
    @FunctionalInterface
    private interface Answer {
        ScriptedQuery start(Session session, QueryOptions options);
    }
}
