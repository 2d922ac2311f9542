package io.sqe.bench.query;

import java.util.List;

/**
 * One query of a suite.
 *
 * @param id its name within the suite, such as {@code q1}
 * @param statements mostly one; TPC-DS has four queries of two
 */
public record BenchQuery(String id, List<BenchStatement> statements) {
    public BenchQuery {
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("Query " + id + " has no statement");
        }
        statements = List.copyOf(statements);
    }
}
