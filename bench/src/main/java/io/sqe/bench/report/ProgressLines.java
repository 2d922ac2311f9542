package io.sqe.bench.report;

import io.sqe.bench.figure.FigureResult;
import io.sqe.bench.run.QueryResult;
import io.sqe.bench.run.Status;
import io.sqe.bench.run.SuiteResult;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints a line for each query as it ends, and one for the suite. */
public record ProgressLines(PrintWriter out) {

    public void finished(QueryResult query) {
        out.printf(
                "%s %-6s %10s %12s  DuckDB %10s  %7s%s%n",
                mark(query.status()),
                query.id(),
                query.rows() + " rows",
                Milliseconds.text(query.ours().total()),
                Milliseconds.text(query.peers().total()),
                Milliseconds.ratio(query.ratio()),
                query.status() == Status.EQUAL ? "" : "  " + word(query.status()));
        query.message().ifPresent(message -> out.println("  " + message));
        out.flush();
    }

    public void finished(SuiteResult result) {
        out.printf(
                "%s: %d of %d equal, %d vacuous, %d different, %d failed; %s against %s, %s (geometric mean %s)%n",
                result.dataset().suite().title(),
                result.count(Status.EQUAL),
                result.queries().size(),
                result.count(Status.VACUOUS),
                result.count(Status.DIFFERENT),
                result.count(Status.FAILED),
                Milliseconds.text(result.ours().total()),
                Milliseconds.text(result.peers().total()),
                Milliseconds.ratio(result.ratio()),
                Milliseconds.ratio(result.geometricMeanRatio()));
        out.flush();
    }

    public void finished(FigureResult figure) {
        out.println(figure.figure().id());
        figure.values().forEach((name, value) -> out.println("  %-20s %10.3f".formatted(name, value)));
        out.flush();
    }

    private static String mark(Status status) {
        return switch (status) {
            case EQUAL -> "✓";
            case VACUOUS -> "○";
            case DIFFERENT, FAILED -> "✗";
        };
    }

    private static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
