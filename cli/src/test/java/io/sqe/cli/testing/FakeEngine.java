package io.sqe.cli.testing;

import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableName;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.apache.arrow.vector.VectorSchemaRoot;

/** An engine that knows the answers to the statements of a test and nothing else. */
public final class FakeEngine implements QueryEngine {
    private final Map<String, Supplier<FakeQuery>> answers = new HashMap<>();
    private final List<String> started = new CopyOnWriteArrayList<>();
    private final List<FakeQuery> queries = new CopyOnWriteArrayList<>();
    private final CountDownLatch blocking = new CountDownLatch(1);
    private boolean closed;

    /** Answers {@code SELECT 1}, so that a test has something that succeeds. */
    public FakeEngine() {
        rows("SELECT 1", Column.of("x", 1));
    }

    public FakeEngine rows(String sql, Column... columns) {
        return batches(sql, () -> List.of(Column.batch(columns)));
    }

    public FakeEngine batches(String sql, Supplier<List<VectorSchemaRoot>> batches) {
        return answer(sql, () -> FakeQuery.of(StatementKind.ROWS, batches.get()));
    }

    public FakeEngine command(String sql, String result) {
        return answer(
                sql, () -> FakeQuery.of(StatementKind.COMMAND, List.of(Column.batch(Column.of("result", result)))));
    }

    public FakeEngine write(String sql, long rows) {
        return answer(sql, () -> FakeQuery.of(StatementKind.WRITE, List.of(Column.batch(Column.of("rows", rows)))));
    }

    /** Rows without end, until somebody stops them. */
    public FakeEngine endless(String sql, Column... columns) {
        return answer(sql, () -> FakeQuery.endless(Column.batch(columns)));
    }

    /** Waits until a query that gives no rows is being read. */
    public void awaitBlocked() {
        try {
            blocking.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** No rows, until somebody stops it. */
    public FakeEngine blocked(String sql) {
        return answer(sql, () -> FakeQuery.blocked(blocking));
    }

    public FakeEngine failing(String sql, ErrorCode code, String message, SqlPosition position) {
        return answer(sql, () -> {
            throw new QueryException(
                    code, message, Optional.of(position), new IllegalStateException("as the test said"));
        });
    }

    public FakeEngine broken(String sql, RuntimeException fault) {
        return answer(sql, () -> {
            throw fault;
        });
    }

    private FakeEngine answer(String sql, Supplier<FakeQuery> answer) {
        answers.put(sql, answer);
        return this;
    }

    public List<String> started() {
        return List.copyOf(started);
    }

    public List<FakeQuery> queries() {
        return new ArrayList<>(queries);
    }

    public boolean closed() {
        return closed;
    }

    @Override
    public Query start(QueryInput input, Session session, QueryOptions options) {
        String sql = input.text();
        started.add(sql);
        Supplier<FakeQuery> answer = answers.get(sql);
        if (answer == null) {
            throw new QueryException(
                    ErrorCode.SYNTAX_ERROR, "The test knows no answer to: " + sql, Optional.empty(), new Error());
        }
        FakeQuery query = answer.get();
        queries.add(query);
        options.onAccepted().accept(query);
        return query;
    }

    @Override
    public StatementDescription describe(QueryInput input, Session session) {
        throw new UnsupportedOperationException("Nobody asks this engine what a statement would answer");
    }

    @Override
    public Vocabulary vocabulary(Session session) {
        return new SomeWords();
    }

    @Override
    public void close() {
        closed = true;
    }

    private static final class SomeWords implements Vocabulary {
        private static final NamespaceName MAIN = NamespaceName.of("lake", "main");
        private static final NamespaceName SALES = NamespaceName.of("lake", "sales");

        @Override
        public List<String> keywords() {
            return List.of("FROM", "GROUP", "ORDER", "SELECT", "WHERE");
        }

        @Override
        public List<String> functions() {
            return List.of("count", "sum");
        }

        @Override
        public List<String> catalogs() {
            return List.of("lake");
        }

        @Override
        public List<NamespaceName> namespaces(String catalog) {
            return List.of(MAIN, SALES);
        }

        @Override
        public List<TableName> tables(NamespaceName namespace) {
            if (namespace.equals(MAIN)) {
                return List.of(MAIN.table("lineitem"), MAIN.table("orders"));
            }
            return namespace.equals(SALES) ? List.of(SALES.table("Week 1")) : List.of();
        }

        @Override
        public List<String> columns(TableName table) {
            return table.table().equals("orders") ? List.of("order_id", "total") : List.of("quantity");
        }
    }
}
