package io.sqe.cli.plot;

import io.sqe.cli.plot.PlotColumn.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** A line through the rows in the order of {@code x}; a NULL interrupts it. */
final class LineChart {
    private static final int ROWS = 12;
    private static final int COLUMNS_MIN = 20;
    private static final int TICK_ROWS = 4;

    private final PlotColumn along;
    private final PlotColumn values;
    private final List<Point> points;
    private final Range xs;
    private final Range ys;
    private final int labelWidth;
    private final BrailleCanvas canvas;

    private LineChart(PlotColumn along, PlotColumn values, int columns) {
        this.along = along;
        this.values = values;
        this.points = points(along, values);
        List<Point> drawn = points.stream().filter(Point::isDrawn).toList();
        if (drawn.isEmpty()) {
            throw new UnplottableException("Column " + values.name() + " has no value to draw");
        }
        this.xs = Range.of(drawn.stream().mapToDouble(Point::x).toArray());
        this.ys = Range.of(drawn.stream().mapToDouble(Point::y).toArray()).orAroundIt();
        this.labelWidth = IntStream.range(0, ROWS)
                .mapToObj(this::tick)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        this.canvas = new BrailleCanvas(Math.max(COLUMNS_MIN, columns - labelWidth - 4), ROWS);
    }

    static String draw(PlotColumn along, PlotColumn values, int columns) {
        return new LineChart(along, values, columns).lines();
    }

    private static List<Point> points(PlotColumn along, PlotColumn values) {
        List<Point> points = new ArrayList<>();
        for (int row = 0; row < values.numbers().size(); row++) {
            OptionalDouble x = along.kind() == Kind.TEXT
                    ? OptionalDouble.of(row)
                    : along.numbers().get(row);
            if (x.isPresent() && Double.isFinite(x.getAsDouble())) {
                points.add(new Point(x.getAsDouble(), values.numbers().get(row).orElse(Double.NaN)));
            }
        }
        points.sort(Comparator.comparingDouble(Point::x));
        return points;
    }

    private String lines() {
        drawLine();
        StringBuilder out = new StringBuilder(values.name() + " by " + along.name() + "\n");
        for (int row = 0; row < ROWS; row++) {
            String tick = tick(row);
            out.append(" ".repeat(labelWidth - tick.length())).append(tick);
            out.append(tick.isEmpty() ? " │" : " ┤").append(canvas.row(row)).append('\n');
        }
        int width = canvas.width() / BrailleCanvas.DOTS_ACROSS;
        out.append(" ".repeat(labelWidth))
                .append(" └")
                .append("─".repeat(width))
                .append('\n');
        String first = label(xs.least(), 0);
        String last = label(xs.most(), along.texts().size() - 1);
        out.append(" ".repeat(labelWidth + 2)).append(first);
        return out.append(" ".repeat(Math.max(1, width - first.length() - last.length())))
                .append(last)
                .append('\n')
                .toString();
    }

    private String label(double x, int row) {
        return along.kind() == Kind.TEXT ? along.texts().get(row) : AxisNumbers.text(x, along.kind());
    }

    private void drawLine() {
        Point before = new Point(0, Double.NaN);
        for (Point point : points) {
            if (point.isDrawn()) {
                Point from = before.isDrawn() ? before : point;
                canvas.line(across(from), down(from), across(point), down(point));
            }
            before = point;
        }
    }

    private int across(Point point) {
        return (int) Math.round(xs.share(point.x()) * (canvas.width() - 1));
    }

    private int down(Point point) {
        return (int) Math.round((1 - ys.share(point.y())) * (canvas.height() - 1));
    }

    /** The value that a row of the axis stands for; empty where there is no room for it. */
    private String tick(int row) {
        boolean shown = row % TICK_ROWS == 0 || row == ROWS - 1;
        double share = 1 - (double) row / (ROWS - 1);
        return shown ? AxisNumbers.text(ys.least() + share * (ys.most() - ys.least())) : "";
    }

    private record Point(double x, double y) {
        boolean isDrawn() {
            return Double.isFinite(y);
        }
    }

    private record Range(double least, double most) {
        static Range of(double[] numbers) {
            double least = numbers[0];
            double most = numbers[0];
            for (double number : numbers) {
                least = Math.min(least, number);
                most = Math.max(most, number);
            }
            return new Range(least, most);
        }

        /** A range with room for a line that is level. */
        Range orAroundIt() {
            return least == most ? new Range(least - 1, most + 1) : this;
        }

        double share(double number) {
            return least == most ? 0.5 : (number - least) / (most - least);
        }
    }
}
