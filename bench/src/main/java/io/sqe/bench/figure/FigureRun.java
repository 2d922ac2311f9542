package io.sqe.bench.figure;

import io.sqe.bench.figure.Figure.Runner;
import io.sqe.bench.query.BenchStatement;
import io.sqe.bench.run.Contender;
import io.sqe.bench.run.EngineContender;
import io.sqe.bench.run.EngineUnderTest;
import io.sqe.bench.run.Execution;
import io.sqe.bench.run.PeerDatabase;
import io.sqe.bench.run.RunOptions;
import io.sqe.bench.run.Stopwatch;
import io.sqe.bench.run.SuiteRun;
import io.sqe.bench.suite.Dataset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures figures on a loaded dataset. */
public final class FigureRun {
    /** Texts planned before they count, by when Java has compiled what planning takes. */
    private static final int PLANNING_WARM_UPS = 1_000;

    private final EngineUnderTest engine;
    private final PeerDatabase peer;
    private final RunOptions options;

    public FigureRun(EngineUnderTest engine, PeerDatabase peer, RunOptions options) {
        this.engine = engine;
        this.peer = peer;
        this.options = options;
    }

    public FigureResult measure(Figure figure, Dataset dataset) {
        new SuiteRun(engine, peer, options).showTables(dataset);
        Contender ours = new EngineContender(engine.queries(), engine.session(dataset.namespace()));
        try (Stopwatch stopwatch = new Stopwatch(options.statementTimeout())) {
            return new FigureResult(
                    figure,
                    switch (figure) {
                        case PLANNING -> planning(stopwatch, ours, dataset);
                        case EXPORT -> export(stopwatch, ours, dataset);
                        case CTAS -> ctas(stopwatch, ours, dataset);
                    });
        }
    }

    private Map<String, Double> planning(Stopwatch stopwatch, Contender ours, Dataset dataset) {
        Samples fresh = new Samples();
        Samples repeated = new Samples();
        // Whole rounds, as a server at work would see them: a text planned over and over warms up for itself alone.
        List<String> texts = texts(dataset);
        for (int round = -Math.ceilDiv(PLANNING_WARM_UPS, texts.size()); round < options.runs(); round++) {
            for (String sql : texts) {
                // A text that was never seen before cannot be found in a cache of plans.
                Execution planned =
                        stopwatch.measure(ours, sql + "\n-- round " + round + " at " + System.nanoTime(), _ -> {});
                stopwatch.measure(ours, sql, _ -> {});
                Execution again = stopwatch.measure(ours, sql, _ -> {});
                if (round >= 0) {
                    fresh.add(Figure.millis(planned.planning()));
                    repeated.add(Figure.millis(again.planning()));
                }
            }
        }
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("median_ms", fresh.quantile(0.5));
        values.put("p95_ms", fresh.quantile(0.95));
        values.put("same_text_median_ms", repeated.quantile(0.5));
        values.put("same_text_p95_ms", repeated.quantile(0.95));
        return values;
    }

    private List<String> texts(Dataset dataset) {
        return dataset.suite().queries(dataset.scale()).stream()
                .filter(query -> options.includes(query.id()))
                .flatMap(query -> query.statements().stream())
                .map(BenchStatement::sql)
                .toList();
    }

    private Map<String, Double> export(Stopwatch stopwatch, Contender ours, Dataset dataset) {
        String sql = "SELECT * FROM " + dataset.suite().largestTable();
        return Figure.race(stopwatch, options.runs(), Runner.of(ours, sql), Runner.of(peer, sql));
    }

    private Map<String, Double> ctas(Stopwatch stopwatch, Contender ours, Dataset dataset) {
        String table = dataset.suite().largestTable();
        String copy = "bench_ctas_" + table;
        Path file = options.limits().directory().resolve(copy + ".parquet");
        Runner engineWrites = each -> {
            each.drain(ours, "DROP TABLE IF EXISTS " + copy);
            return each.drain(ours, "CREATE TABLE " + copy + " AS SELECT * FROM " + table);
        };
        Runner peerWrites = Runner.of(
                peer,
                "COPY (SELECT * FROM %s) TO %s (FORMAT parquet, COMPRESSION zstd)"
                        .formatted(table, Figure.quoted(file)));
        try {
            return Figure.race(stopwatch, options.runs(), engineWrites, peerWrites);
        } finally {
            stopwatch.drain(ours, "DROP TABLE IF EXISTS " + copy);
            file.toFile().delete();
        }
    }
}
