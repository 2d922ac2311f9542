package io.sqe.gateway.web.view;

import io.sqe.gateway.operations.ServerSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Samples by the step of time that they belong to: of {@link #COUNT} equal ones, the last of which is the newest sample's. Steps begin
 * at round times, so that a picture of them moves as time goes on and does not flicker.
 */
final class Steps {
    static final int COUNT = 60;

    /** So that what is known fills the picture. */
    private static final List<Duration> LENGTHS =
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));

    private final Duration length;
    private final NavigableMap<Integer, List<ServerSample>> byPlace;

    private Steps(Duration length, NavigableMap<Integer, List<ServerSample>> byPlace) {
        this.length = length;
        this.byPlace = byPlace;
    }

    /** @param samples the oldest first; those that are too old are left out */
    static Steps of(List<ServerSample> samples) {
        NavigableMap<Integer, List<ServerSample>> byPlace = new TreeMap<>();
        Duration length = length(samples);
        for (ServerSample sample : samples) {
            long ago = number(samples.getLast(), length) - number(sample, length);
            if (ago >= 0 && ago < COUNT) {
                byPlace.computeIfAbsent(COUNT - 1 - (int) ago, _ -> new ArrayList<>())
                        .add(sample);
            }
        }
        return new Steps(length, byPlace);
    }

    private static Duration length(List<ServerSample> samples) {
        if (samples.isEmpty()) {
            return LENGTHS.getFirst();
        }
        Duration known =
                Duration.between(samples.getFirst().time(), samples.getLast().time());
        return LENGTHS.stream()
                .filter(length -> known.compareTo(length.multipliedBy(COUNT - 1)) < 0)
                .findFirst()
                .orElse(LENGTHS.getLast());
    }

    private static long number(ServerSample sample, Duration length) {
        return Math.floorDiv(sample.time().getEpochSecond(), length.toSeconds());
    }

    /** From the first step to the last. */
    Duration span() {
        return length.multipliedBy(COUNT);
    }

    /** How long before the last step one was. */
    Duration ago(int place) {
        return length.multipliedBy(COUNT - 1L - place);
    }

    /** The highest value in each step of which there are samples; negative ones tell nothing. */
    List<Point> highest(ToLongFunction<ServerSample> value) {
        List<Point> points = new ArrayList<>();
        byPlace.forEach((place, samples) -> samples.stream()
                .mapToLong(value)
                .filter(known -> known >= 0)
                .max()
                .ifPresent(highest -> points.add(new Point(place, highest))));
        return points;
    }

    /** How fast a counter grew up to each step, since the last one that is known before it. */
    List<Point> growth(ToLongFunction<ServerSample> counter, Duration unit) {
        List<Point> points = new ArrayList<>();
        for (Map.Entry<Integer, List<ServerSample>> step : byPlace.entrySet()) {
            Map.Entry<Integer, List<ServerSample>> before = byPlace.lowerEntry(step.getKey());
            if (before != null) {
                ServerSample from = before.getValue().getLast();
                ServerSample to = step.getValue().getLast();
                double units = (double) Duration.between(from.time(), to.time()).toMillis() / unit.toMillis();
                long grown = counter.applyAsLong(to) - counter.applyAsLong(from);
                points.add(new Point(step.getKey(), units > 0 ? grown / units : 0));
            }
        }
        return points;
    }

    /**
     * A value at a step.
     *
     * @param place from the left
     */
    record Point(int place, double value) {}
}
