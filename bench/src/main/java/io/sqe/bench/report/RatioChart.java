package io.sqe.bench.report;

import io.sqe.bench.run.QueryResult;
import io.sqe.bench.run.SuiteResult;
import java.util.List;

/** Draws how each query's time compares with the peer's, on a logarithmic scale around 1. */
public final class RatioChart {
    private static final int WIDTH = 860;
    private static final int LEFT = 56;
    private static final int RIGHT = 60;
    private static final int TOP = 76;
    private static final int ROW = 16;

    /** What is drawn at the edges: anything beyond is drawn there too. */
    private static final double LARGEST = 4;

    private static final double[] TICKS = {0.25, 0.5, 1, 2, 4};

    /** A query may take this much longer than on the peer. */
    private static final double FAIR = 1.3;

    private static final double GOOD = 1.1;

    private final SuiteResult result;

    private RatioChart(SuiteResult result) {
        this.result = result;
    }

    public static String of(SuiteResult result) {
        return new RatioChart(result).draw();
    }

    private String draw() {
        List<QueryResult> queries = result.queries();
        int bottom = TOP + ROW * queries.size();
        Svg svg = new Svg(WIDTH, bottom + 16);
        svg.text(16, 26, result.dataset().suite().title() + ": SQE's time over " + result.peer() + "'s", "title");
        svg.text(
                16,
                46,
                "Total %s, geometric mean %s; left of 1 SQE is faster"
                        .formatted(Milliseconds.ratio(result.ratio()), Milliseconds.ratio(result.geometricMeanRatio())),
                "quiet");
        for (double tick : TICKS) {
            svg.line(position(tick), TOP - 6, position(tick), bottom, tick == 1 ? "base" : "grid");
            svg.text(position(tick), TOP - 10, Milliseconds.ratio(tick), "quiet middle");
        }
        for (int index = 0; index < queries.size(); index++) {
            row(svg, TOP + index * ROW + ROW / 2, queries.get(index));
        }
        return svg.picture();
    }

    private static void row(Svg svg, int y, QueryResult query) {
        svg.text(LEFT - 8, y + 4, query.id(), "end");
        if (query.ratio() == 0) {
            svg.text(position(1) + 6, y + 4, "failed", "quiet");
            return;
        }
        String kind = kind(query.ratio());
        svg.line(position(1), y, position(query.ratio()), y, kind);
        svg.dot(position(query.ratio()), y, 3.5, kind);
        svg.text(WIDTH - 10, y + 4, Milliseconds.ratio(query.ratio()), "quiet end");
    }

    private static String kind(double ratio) {
        if (ratio <= GOOD) {
            return "good";
        }
        return ratio <= FAIR ? "fair" : "bad";
    }

    private static double position(double ratio) {
        double bounded = Math.clamp(ratio, 1 / LARGEST, LARGEST);
        double share = (Math.log(bounded) / Math.log(LARGEST) + 1) / 2;
        return LEFT + (WIDTH - LEFT - RIGHT) * share;
    }
}
