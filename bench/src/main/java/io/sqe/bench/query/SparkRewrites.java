package io.sqe.bench.query;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Turns Spark's query texts into those of the specifications, in standard SQL. This is the whole list: nothing else in a text is
 * changed.
 *
 * <ol>
 *   <li>{@code INTERVAL 30 days} becomes {@code INTERVAL '30' DAY};
 *   <li>{@code `name`} becomes {@code "name"};
 *   <li>a semicolon at the end goes;
 *   <li>q30's {@code c_last_review_date} gets the name that the column has in the specification,
 *       {@code c_last_review_date_sk};
 *   <li>q78's condition gets the OR that the specification has where Spark's text has AND, which finds nothing at scale 1;
 *   <li>q90's alias {@code at} gets quotes, for DuckDB reserves the word.
 * </ol>
 */
final class SparkRewrites {
    private record Rewrite(Pattern from, String to) {
        Rewrite(String from, String to) {
            this(Pattern.compile(from, Pattern.CASE_INSENSITIVE), to);
        }
    }

    private static final List<Rewrite> REWRITES = List.of(
            new Rewrite("\\binterval\\s+(\\d+)\\s+days?\\b", "INTERVAL '$1' DAY"),
            new Rewrite("`([^`]*)`", "\"$1\""),
            new Rewrite(";\\s*$", ""),
            new Rewrite("\\bc_last_review_date\\b", "c_last_review_date_sk"),
            new Rewrite(
                    "coalesce\\(ws_qty, 0\\) > 0 AND coalesce\\(cs_qty, 0\\) > 0",
                    "(coalesce(ws_qty, 0) > 0 OR coalesce(cs_qty, 0) > 0)"),
            new Rewrite("\\) at,", ") \"at\","));

    private SparkRewrites() {}

    static String toStandard(String sql) {
        String standard = sql;
        for (Rewrite rewrite : REWRITES) {
            standard = rewrite.from().matcher(standard).replaceAll(rewrite.to());
        }
        return standard.strip();
    }
}
