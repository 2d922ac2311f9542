package io.sqe.bench.figure;

import io.sqe.bench.run.Contender;
import io.sqe.bench.run.Execution;
import io.sqe.bench.run.Stopwatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An ability that can be measured alone. */
public enum Figure {
    /** From SQL text to fragments with file lists: the median and the 95th percentile over a suite, and a plan-cache hit. */
    PLANNING,
    /** {@code SELECT *} of the suite's largest table as Arrow, against DuckDB's own Arrow. */
    EXPORT,
    /** {@code CREATE TABLE AS} of the suite's largest table, against DuckDB's {@code COPY} to Parquet. */
    CTAS;

    public static Optional<Figure> named(String id) {
        return Arrays.stream(values()).filter(figure -> figure.id().equals(id)).findFirst();
    }

    /** The name in commands and reports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Two contenders in turn, the best of some runs each, after one that does not count. */
    static Map<String, Double> race(Stopwatch stopwatch, int runs, Runner ours, Runner peers) {
        ours.run(stopwatch);
        peers.run(stopwatch);
        Duration ourBest = ours.run(stopwatch).total();
        Duration peerBest = peers.run(stopwatch).total();
        for (int run = 1; run < runs; run++) {
            ourBest = shorter(ourBest, ours.run(stopwatch).total());
            peerBest = shorter(peerBest, peers.run(stopwatch).total());
        }
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("ms", millis(ourBest));
        values.put("duckdb_ms", millis(peerBest));
        values.put("ratio", millis(ourBest) / millis(peerBest));
        return values;
    }

    static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** One run of a contender, with whatever must be undone before the next. */
    @FunctionalInterface
    interface Runner {
        Execution run(Stopwatch stopwatch);

        static Runner of(Contender contender, String sql) {
            return stopwatch -> stopwatch.drain(contender, sql);
        }
    }

    /** A file name as SQL writes it. */
    static String quoted(Path file) {
        return "'" + file.toString().replace("'", "''") + "'";
    }
}
