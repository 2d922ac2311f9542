package io.sqe.bench.run;

import io.sqe.bench.data.TableSource;
import io.sqe.bench.query.BenchQuery;
import io.sqe.bench.suite.Dataset;
import java.util.ArrayList;
import java.util.List;

/** Runs the queries of a loaded dataset. */
public final class SuiteRun {
    private final EngineUnderTest engine;
    private final PeerDatabase peer;
    private final RunOptions options;

    public SuiteRun(EngineUnderTest engine, PeerDatabase peer, RunOptions options) {
        this.engine = engine;
        this.peer = peer;
        this.options = options;
    }

    /** Told of each query as it ends. */
    @FunctionalInterface
    public interface Listener {
        void finished(QueryResult result);
    }

    public SuiteResult run(Dataset dataset, Listener listener) {
        showTables(dataset);
        List<QueryResult> results = new ArrayList<>();
        Contender ours = new EngineContender(engine.queries(), engine.session(dataset.namespace()));
        try (Stopwatch stopwatch = new Stopwatch(options.statementTimeout())) {
            QueryRun run = new QueryRun(ours, peer, stopwatch, options.runs());
            for (BenchQuery query : dataset.suite().queries(dataset.scale())) {
                if (options.includes(query.id())) {
                    QueryResult result = run.run(query);
                    listener.finished(result);
                    results.add(result);
                }
            }
        }
        return new SuiteResult(dataset, options, peer.version(), results);
    }

    /** Has the peer read the files that the engine's tables consist of now. */
    public void showTables(Dataset dataset) {
        for (TableSource table : dataset.tables()) {
            peer.show(table.name(), engine.dataFiles(dataset.namespace(), table.name()));
        }
    }
}
