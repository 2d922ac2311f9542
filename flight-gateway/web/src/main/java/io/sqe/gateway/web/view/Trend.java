package io.sqe.gateway.web.view;

import io.sqe.gateway.web.view.Steps.Point;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * One figure of a server over the last while, as a line without axes. The line starts at zero at the bottom and is broken where nothing
 * is known.
 *
 * @param now the newest value
 * @param highest of all
 * @param description what the picture shows, in words
 * @param line as SVG has paths
 * @param ground the area below the line
 * @param end the newest point
 * @param isAlarming whether it tells of something that should not be
 */
public record Trend(
        String label,
        String now,
        String highest,
        String description,
        String line,
        String ground,
        String end,
        boolean isAlarming) {
    /** Of the picture, in its own units. */
    public static final int WIDTH = 590;

    public static final int HEIGHT = 100;
    private static final int STEP_WIDTH = WIDTH / (Steps.COUNT - 1);

    /** Below it the line would show noise: one query is no mountain. */
    private static final double HIGHEST_MIN = 4;

    static Trend of(String label, Steps steps, List<Point> points, DoubleFunction<String> shown) {
        Optional<Point> highest = points.stream().max(Comparator.comparingDouble(Point::value));
        Curve curve = new Curve(
                points, Math.max(HIGHEST_MIN, highest.map(Point::value).orElse(0.0)));
        return new Trend(
                label,
                points.isEmpty() ? "–" : shown.apply(points.getLast().value()),
                highest.map(point -> shown.apply(point.value())).orElse("–"),
                highest.map(point -> described(steps, points, point, shown)).orElse("Not known."),
                curve.line(),
                curve.ground(),
                curve.end(),
                false);
    }

    /** The same, of what should not have been. */
    Trend alarming() {
        return new Trend(label, now, highest, description, line, ground, end, true);
    }

    private static String described(Steps steps, List<Point> points, Point highest, DoubleFunction<String> shown) {
        double lowest = points.stream().mapToDouble(Point::value).min().orElse(0);
        return "%s now; between %s and %s in the last %s, highest %s."
                .formatted(
                        shown.apply(points.getLast().value()),
                        shown.apply(lowest),
                        shown.apply(highest.value()),
                        Shown.minutes(steps.span()),
                        highest.place() == Steps.COUNT - 1
                                ? "now"
                                : Shown.minutes(steps.ago(highest.place())) + " ago");
    }

    /** Points as a line from the left. */
    private record Curve(List<Point> points, double top) {

        String line() {
            StringBuilder path = new StringBuilder();
            int last = Integer.MIN_VALUE;
            for (Point point : points) {
                path.append(point.place() - 1 == last ? "L" + at(point) : dot(point));
                last = point.place();
            }
            return path.toString();
        }

        String ground() {
            StringBuilder path = new StringBuilder();
            for (int i = 0; i < points.size(); i++) {
                Point point = points.get(i);
                boolean begins = i == 0 || points.get(i - 1).place() + 1 != point.place();
                boolean ends = i + 1 == points.size() || points.get(i + 1).place() - 1 != point.place();
                path.append(begins ? "M%d %dL".formatted(x(point), HEIGHT) : "L")
                        .append(at(point));
                path.append(ends ? "V%dZ".formatted(HEIGHT) : "");
            }
            return path.toString();
        }

        String end() {
            return points.isEmpty() ? "" : dot(points.getLast());
        }

        /** Shows although nothing may come after it. */
        private String dot(Point point) {
            return "M" + at(point) + "h0";
        }

        private String at(Point point) {
            return String.format(Locale.ROOT, "%d %.1f", x(point), HEIGHT * (1 - point.value() / top));
        }

        private static int x(Point point) {
            return point.place() * STEP_WIDTH;
        }
    }
}
