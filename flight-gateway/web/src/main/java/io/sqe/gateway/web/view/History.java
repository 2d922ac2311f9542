package io.sqe.gateway.web.view;

import io.sqe.gateway.operations.ServerSample;
import io.sqe.gateway.web.view.Steps.Point;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * What a server did and held over the last while, in figures that are nobody's query.
 *
 * @param span how long
 * @param moments the same in figures, the latest first
 */
public record History(String span, List<Trend> trends, List<Moment> moments) {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int STEPS_TO_NEXT_MOMENT = 6;

    public History {
        trends = List.copyOf(trends);
        moments = List.copyOf(moments);
    }

    /** @param samples the oldest first */
    public static History of(List<ServerSample> samples) {
        Steps steps = Steps.of(samples);
        List<Measure> measures = measures(steps);
        return new History(
                Shown.minutes(steps.span()),
                measures.stream().map(measure -> measure.trend(steps)).toList(),
                moments(steps, measures));
    }

    private static List<Measure> measures(Steps steps) {
        return List.of(
                Measure.ofCount("Queries running", steps.highest(ServerSample::running)),
                Measure.ofCount("Queries waiting", steps.highest(ServerSample::waiting)),
                Measure.ofCount("Ended a minute", steps.growth(ServerSample::ended, MINUTE)),
                Measure.ofFaults("Failed a minute", steps.growth(ServerSample::failed, MINUTE)),
                Measure.ofCount("Rows a second", steps.growth(ServerSample::rows, SECOND)),
                Measure.ofCount("Sessions", steps.highest(ServerSample::sessions)),
                Measure.ofBytes("Memory set aside", steps.highest(ServerSample::reservedBytes)),
                Measure.ofBytes("Memory resident", steps.highest(ServerSample::residentBytes)));
    }

    private static List<Moment> moments(Steps steps, List<Measure> measures) {
        List<Moment> moments = new ArrayList<>();
        for (int place = Steps.COUNT - 1; place >= 0; place -= STEPS_TO_NEXT_MOMENT) {
            int step = place;
            if (measures.getFirst().isKnownAt(step)) {
                String when = step == Steps.COUNT - 1 ? "now" : Shown.minutes(steps.ago(step)) + " ago";
                moments.add(new Moment(
                        when, measures.stream().map(measure -> measure.at(step)).toList()));
            }
        }
        return moments;
    }

    /**
     * All figures of one moment.
     *
     * @param figures in the order of the trends
     */
    public record Moment(String when, List<String> figures) {

        public Moment {
            figures = List.copyOf(figures);
        }
    }

    /** A figure over time. */
    private record Measure(String label, List<Point> points, DoubleFunction<String> shown, boolean isOfFaults) {

        static Measure ofCount(String label, List<Point> points) {
            return new Measure(label, points, Shown::roughly, false);
        }

        static Measure ofFaults(String label, List<Point> points) {
            return new Measure(label, points, Shown::roughly, true);
        }

        static Measure ofBytes(String label, List<Point> points) {
            return new Measure(label, points, value -> Shown.bytes(Math.round(value)), false);
        }

        Trend trend(Steps steps) {
            Trend trend = Trend.of(label, steps, points, shown);
            boolean isAlarming = isOfFaults && points.stream().anyMatch(point -> point.value() > 0);
            return isAlarming ? trend.alarming() : trend;
        }

        boolean isKnownAt(int place) {
            return points.stream().anyMatch(point -> point.place() == place);
        }

        String at(int place) {
            return points.stream()
                    .filter(point -> point.place() == place)
                    .findFirst()
                    .map(point -> shown.apply(point.value()))
                    .orElse("–");
        }
    }
}
