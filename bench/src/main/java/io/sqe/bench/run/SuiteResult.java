package io.sqe.bench.run;

import io.sqe.bench.suite.Dataset;
import java.util.List;

/** What came of a suite. */
public record SuiteResult(Dataset dataset, RunOptions options, String peer, List<QueryResult> queries) {
    public SuiteResult {
        queries = List.copyOf(queries);
    }

    /** All queries one after another, on the engine under test. */
    public Execution ours() {
        return queries.stream().map(QueryResult::ours).reduce(Execution.NONE, Execution::then);
    }

    /** All queries one after another, on the peer. */
    public Execution peers() {
        return queries.stream().map(QueryResult::peers).reduce(Execution.NONE, Execution::then);
    }

    /** Our total time over the peer's; 0 when either is unknown. */
    public double ratio() {
        long peerNanos = peers().total().toNanos();
        return peerNanos == 0 ? 0 : (double) ours().total().toNanos() / peerNanos;
    }

    /** The geometric mean of the queries' ratios: every query counts the same; 0 when none is known. */
    public double geometricMeanRatio() {
        double meanLog = queries.stream()
                .mapToDouble(QueryResult::ratio)
                .filter(ratio -> ratio > 0)
                .map(Math::log)
                .average()
                .orElse(Double.NEGATIVE_INFINITY);
        return Math.exp(meanLog);
    }

    public long count(Status status) {
        return queries.stream().filter(query -> query.status() == status).count();
    }

    /** True if no query is different or failed. */
    public boolean isCorrect() {
        return queries.stream().allMatch(query -> query.status().isCorrect());
    }
}
