package io.sqe.bench.report;

import io.sqe.bench.run.QueryResult;
import io.sqe.bench.run.SuiteResult;
import java.time.Duration;
import java.util.List;

/** Draws each query's time on both engines as a pair of bars. */
public final class TimesChart {
    private static final int WIDTH = 860;
    private static final int LEFT = 56;
    private static final int RIGHT = 70;
    private static final int TOP = 64;
    private static final int ROW = 22;
    private static final int BAR = 8;

    private final SuiteResult result;
    private final double longestMillis;

    private TimesChart(SuiteResult result) {
        this.result = result;
        this.longestMillis = result.queries().stream()
                .mapToDouble(query -> Math.max(
                        millis(query.ours().total()), millis(query.peers().total())))
                .max()
                .orElse(1);
    }

    public static String of(SuiteResult result) {
        return new TimesChart(result).draw();
    }

    private String draw() {
        List<QueryResult> queries = result.queries();
        Svg svg = new Svg(WIDTH, TOP + ROW * queries.size() + 16);
        svg.text(16, 26, result.dataset().suite().title() + ": time of each query", "title");
        legend(svg);
        for (int index = 0; index < queries.size(); index++) {
            row(svg, TOP + index * ROW, queries.get(index));
        }
        return svg.picture();
    }

    private void legend(Svg svg) {
        svg.rectangle(16, 38, 10, 10, "ours");
        svg.text(31, 47, "SQE, " + Milliseconds.text(result.ours().total()) + " in all", "quiet");
        svg.rectangle(186, 38, 10, 10, "peer");
        svg.text(
                201, 47, result.peer() + ", " + Milliseconds.text(result.peers().total()) + " in all", "quiet");
    }

    private void row(Svg svg, int y, QueryResult query) {
        svg.text(LEFT - 8, y + BAR + 4, query.id(), "end");
        if (!query.ours().total().isPositive()) {
            svg.text(LEFT, y + BAR + 4, "failed", "quiet");
            return;
        }
        double ours = length(millis(query.ours().total()));
        double peers = length(millis(query.peers().total()));
        svg.rectangle(LEFT, y, ours, BAR, "ours");
        svg.rectangle(LEFT, y + BAR, peers, BAR, "peer");
        svg.text(
                LEFT + Math.max(ours, peers) + 6,
                y + BAR + 4,
                Milliseconds.text(query.ours().total()),
                "quiet");
    }

    private double length(double millis) {
        return Math.max(1, (WIDTH - LEFT - RIGHT) * millis / longestMillis);
    }

    private static double millis(Duration duration) {
        return Milliseconds.exact(duration);
    }
}
