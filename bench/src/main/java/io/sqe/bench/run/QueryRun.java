package io.sqe.bench.run;

import io.sqe.bench.compare.Comparison;
import io.sqe.bench.compare.FinalOrder;
import io.sqe.bench.compare.ResultReader;
import io.sqe.bench.compare.ResultRow;
import io.sqe.bench.compare.ResultTable;
import io.sqe.bench.compare.Verdict;
import io.sqe.bench.query.BenchQuery;
import io.sqe.bench.query.BenchStatement;
import io.sqe.gateway.failure.QueryException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Runs queries on both engines: once to compare the rows, which also warms both up, then a number of times in turn. The best
 * time of each counts: noise only ever adds.
 */
final class QueryRun {
    private final Contender ours;
    private final Contender peer;
    private final Stopwatch stopwatch;
    private final int runs;

    QueryRun(Contender ours, Contender peer, Stopwatch stopwatch, int runs) {
        this.ours = ours;
        this.peer = peer;
        this.stopwatch = stopwatch;
        this.runs = runs;
    }

    QueryResult run(BenchQuery query) {
        return query.statements().stream()
                .map(statement -> run(query.id(), statement))
                .reduce(QueryRun::combine)
                .orElseThrow();
    }

    private QueryResult run(String id, BenchStatement statement) {
        try {
            Verdict verdict = compare(statement);
            return result(id, verdict, measure(statement));
        } catch (QueryException failure) {
            return failed(id, failure.code() + ": " + failure.getMessage());
        } catch (PeerFailedException failure) {
            return failed(id, String.valueOf(failure.getMessage()));
        } catch (RuntimeException | AssertionError | StackOverflowError fault) {
            // An engine's fault is a finding like any other: the queries after it still count.
            return failed(id, fault.toString());
        }
    }

    private Verdict compare(BenchStatement statement) {
        ResultTable ourRows = read(ours, statement.sql());
        ResultTable peerRows = read(peer, statement.peerSql());
        FinalOrder order = FinalOrder.of(statement.peerSql());
        return Comparison.compare(ourRows, peerRows, order, action -> forEachRow(order.uncut(), action));
    }

    private ResultTable read(Contender contender, String sql) {
        AtomicReference<ResultTable> table = new AtomicReference<>();
        stopwatch.measure(contender, sql, rows -> table.set(ResultReader.readAll(rows)));
        return table.get();
    }

    private void forEachRow(String sql, Consumer<ResultRow> action) {
        stopwatch.measure(peer, sql, rows -> ResultReader.forEachRow(rows, action));
    }

    private record Pair(Execution ours, Execution peers) {}

    private Pair measure(BenchStatement statement) {
        Execution ourBest = stopwatch.drain(ours, statement.sql());
        Execution peerBest = stopwatch.drain(peer, statement.peerSql());
        for (int run = 1; run < runs; run++) {
            ourBest = faster(ourBest, stopwatch.drain(ours, statement.sql()));
            peerBest = faster(peerBest, stopwatch.drain(peer, statement.peerSql()));
        }
        return new Pair(ourBest, peerBest);
    }

    private static Execution faster(Execution one, Execution other) {
        return one.total().compareTo(other.total()) <= 0 ? one : other;
    }

    private static QueryResult result(String id, Verdict verdict, Pair cost) {
        return switch (verdict) {
            case Verdict.Equal(long rows) ->
                new QueryResult(id, Status.EQUAL, rows, cost.ours(), cost.peers(), Optional.empty());
            case Verdict.Vacuous(long rows) ->
                new QueryResult(id, Status.VACUOUS, rows, cost.ours(), cost.peers(), Optional.empty());
            case Verdict.Different(long rows, String reason) ->
                new QueryResult(id, Status.DIFFERENT, rows, cost.ours(), cost.peers(), Optional.of(reason));
        };
    }

    private static QueryResult failed(String id, String message) {
        return new QueryResult(id, Status.FAILED, 0, Execution.NONE, Execution.NONE, Optional.of(message));
    }

    /** A query's statements are one query: it is as good as the worst of them and takes as long as all. */
    private static QueryResult combine(QueryResult first, QueryResult second) {
        return new QueryResult(
                first.id(),
                first.status().worse(second.status()),
                first.rows() + second.rows(),
                first.ours().then(second.ours()),
                first.peers().then(second.peers()),
                first.message().or(second::message));
    }
}
