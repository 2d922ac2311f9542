package io.sqe.bench.command;

import io.sqe.bench.figure.Figure;
import io.sqe.bench.figure.FigureResult;
import io.sqe.bench.figure.FigureRun;
import io.sqe.bench.peer.DuckDbPeer;
import io.sqe.bench.report.JsonReport;
import io.sqe.bench.report.Machine;
import io.sqe.bench.report.ProgressLines;
import io.sqe.bench.report.ReportFolder;
import io.sqe.bench.run.EngineLauncher;
import io.sqe.bench.run.EngineLimits;
import io.sqe.bench.run.EngineUnderTest;
import io.sqe.bench.run.PeerDatabase;
import io.sqe.bench.run.RunOptions;
import io.sqe.bench.run.SuiteResult;
import io.sqe.bench.run.SuiteRun;
import io.sqe.bench.suite.Dataset;
import io.sqe.bench.suite.KeptData;
import io.sqe.bench.suite.Suite;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sqe bench}: runs suites on the engine and on plain DuckDB, compares the rows and reports the times. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Runs a benchmark here and on plain DuckDB over the same files, and compares rows and times.",
        footer = {"", "Exits with 0 if every query's rows are the same as DuckDB's, and with 1 if not."})
public final class BenchCommand implements Callable<Integer> {
    private static final String ALL = "all";

    private final EngineLauncher launcher;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SUITE", description = "tpch, tpcds, ssb, clickbench or all.")
    private String suite = ALL;

    @Option(
            names = "--scale",
            paramLabel = "N",
            description = "How much data; 1 is about a gigabyte. Default: ${DEFAULT-VALUE}.")
    private double scale = 1;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where data is made once and kept. Default: ~/.sqe/bench.")
    private Path data = Path.of(System.getProperty("user.home"), ".sqe", "bench");

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "Warm runs of each query, the best of which counts. Default: ${DEFAULT-VALUE}.")
    private int runs = 3;

    @Option(names = "--threads", paramLabel = "N", description = "Threads of each engine. Default: one a processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--memory-limit",
            paramLabel = "SIZE",
            description = "Memory of each engine, such as 2GB. Default: the engine's own.")
    private String memoryLimit = "0";

    @Option(
            names = "--data-cache",
            paramLabel = "SIZE",
            description = "Memory for what SQE alone keeps of data files. Default: 0, both read the files.")
    private String dataCache = "0";

    @Option(names = "--queries", paramLabel = "ID", split = ",", description = "Only these, such as q1,q6.")
    private List<String> queries = List.of();

    @Option(
            names = "--figure",
            paramLabel = "FIGURE",
            split = ",",
            description = "Measure these alone and compare no rows: planning, export, ctas.")
    private List<String> figures = List.of();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "A statement that takes longer has failed. Default: ${DEFAULT-VALUE}.")
    private long timeoutSeconds = 600;

    @Option(names = "--report", paramLabel = "DIR", description = "Write a page and charts for each suite there.")
    private @Nullable Path report;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results there.")
    private @Nullable Path json;

    /** Runs the engine that a launcher starts. */
    public BenchCommand(EngineLauncher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() throws IOException {
        RunOptions options = options();
        List<Suite> suites = suites();
        List<Figure> asked = figures.stream().map(this::figure).toList();
        List<SuiteResult> results = new ArrayList<>();
        try (EngineUnderTest engine = launcher.launch(options.limits());
                PeerDatabase peer = DuckDbPeer.open(options.limits())) {
            if (!asked.isEmpty()) {
                measureFigures(asked, Dataset.of(suites.getFirst(), scale), engine, peer, options);
                return 0;
            }
            for (Suite each : suites) {
                SuiteResult result = run(Dataset.of(each, scale), engine, peer, options);
                results.add(result);
                write(result, results);
            }
        }
        return results.stream().allMatch(SuiteResult::isCorrect) ? 0 : 1;
    }

    private SuiteResult run(Dataset dataset, EngineUnderTest engine, PeerDatabase peer, RunOptions options) {
        load(dataset, engine);
        ProgressLines progress = new ProgressLines(out());
        SuiteResult result = new SuiteRun(engine, peer, options).run(dataset, progress::finished);
        progress.finished(result);
        return result;
    }

    private void measureFigures(
            List<Figure> asked, Dataset dataset, EngineUnderTest engine, PeerDatabase peer, RunOptions options)
            throws IOException {
        load(dataset, engine);
        ProgressLines progress = new ProgressLines(out());
        FigureRun run = new FigureRun(engine, peer, options);
        List<FigureResult> results = new ArrayList<>();
        for (Figure figure : asked) {
            FigureResult result = run.measure(figure, dataset);
            progress.finished(result);
            results.add(result);
        }
        if (json != null) {
            Files.createDirectories(json.toAbsolutePath().getParent());
            Files.writeString(json, new JsonReport(Machine.here()).of(dataset, results));
        }
    }

    private void load(Dataset dataset, EngineUnderTest engine) {
        PrintWriter out = out();
        out.printf("%s at scale %s%n", dataset.suite().title(), scale);
        out.flush();
        new KeptData(data).ensure(dataset, engine.loader(), (table, rows) -> {
            out.printf("  made %s: %,d rows%n", table.name(), rows);
            out.flush();
        });
    }

    /** Writes what is known so far, so that a long run that is stopped leaves something behind. */
    private void write(SuiteResult latest, List<SuiteResult> results) throws IOException {
        Machine machine = Machine.here();
        if (report != null) {
            new ReportFolder(report, machine).write(latest);
        }
        if (json != null) {
            Files.createDirectories(json.toAbsolutePath().getParent());
            Files.writeString(json, new JsonReport(machine).of(results));
        }
    }

    private RunOptions options() {
        try {
            long memoryLimitBytes = ByteSize.parse(memoryLimit).bytes();
            EngineLimits limits = new EngineLimits(
                    data.toAbsolutePath(),
                    threads,
                    memoryLimitBytes,
                    ByteSize.parse(dataCache).bytes());
            return new RunOptions(
                    runs, Set.copyOf(new LinkedHashSet<>(queries)), Duration.ofSeconds(timeoutSeconds), limits);
        } catch (IllegalArgumentException invalid) {
            throw usage(String.valueOf(invalid.getMessage()));
        }
    }

    private List<Suite> suites() {
        if (!(scale > 0 && Double.isFinite(scale))) {
            throw usage("A scale is a number above 0, not " + scale);
        }
        if (suite.equals(ALL)) {
            return List.of(Suite.values());
        }
        return List.of(Suite.named(suite)
                .orElseThrow(() ->
                        usage("There is no suite %s; there are tpch, tpcds, ssb and clickbench".formatted(suite))));
    }

    private Figure figure(String id) {
        return Figure.named(id)
                .orElseThrow(() -> usage("There is no figure %s; there are planning, export and ctas".formatted(id)));
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec().commandLine(), message + ".");
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli has not set the command's spec");
        }
        return spec;
    }
}
