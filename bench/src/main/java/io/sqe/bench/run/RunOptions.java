package io.sqe.bench.run;

import java.time.Duration;
import java.util.Set;

/**
 * How a suite is run.
 *
 * @param runs warm runs of each query after the one whose rows are compared; the best counts
 * @param queries the ids of the queries to run; all if empty
 * @param statementTimeout a statement that takes longer has failed
 */
public record RunOptions(int runs, Set<String> queries, Duration statementTimeout, EngineLimits limits) {
    public RunOptions {
        if (runs < 1) {
            throw new IllegalArgumentException("A query is run at least once, not " + runs + " times");
        }
        queries = Set.copyOf(queries);
    }

    /** True if a query is to be run. */
    public boolean includes(String query) {
        return queries.isEmpty() || queries.contains(query);
    }
}
