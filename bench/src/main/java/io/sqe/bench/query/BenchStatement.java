package io.sqe.bench.query;

/**
 * One statement of a query.
 *
 * @param sql what the engine under test is given
 * @param peerSql what the peer is given: the same text, but for the few queries in which the dialects part
 */
public record BenchStatement(String sql, String peerSql) {

    public static BenchStatement same(String sql) {
        return new BenchStatement(sql, sql);
    }
}
