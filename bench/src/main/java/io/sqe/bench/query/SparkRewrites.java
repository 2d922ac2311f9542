package io.sqe.bench.query;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Turns what only Spark understands in its query texts into standard SQL. This is the whole list: nothing else in a text is
 * changed.
 *
 * <ol>
 *   <li>{@code INTERVAL 30 days} becomes {@code INTERVAL '30' DAY};
 *   <li>{@code `name`} becomes {@code "name"};
 *   <li>a semicolon at the end goes.
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
            new Rewrite(";\\s*$", ""));

    private SparkRewrites() {}

    static String toStandard(String sql) {
        String standard = sql;
        for (Rewrite rewrite : REWRITES) {
            standard = rewrite.from().matcher(standard).replaceAll(rewrite.to());
        }
        return standard.strip();
    }
}
