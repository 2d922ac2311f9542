package io.sqe.bench.report;

import java.time.Duration;
import java.util.Locale;

/** Times as reports show them. */
final class Milliseconds {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1000;

    private Milliseconds() {}

    /** With three decimals, for machines. */
    static double exact(Duration duration) {
        return Math.round(duration.toNanos() / 1000.0) / 1000.0;
    }

    /** With three digits or so and a unit, for people. */
    static String text(Duration duration) {
        double millis = duration.toNanos() / NANOS_PER_MILLI;
        if (millis >= 10 * MILLIS_PER_SECOND) {
            return format("%.1f s", millis / MILLIS_PER_SECOND);
        }
        if (millis >= MILLIS_PER_SECOND) {
            return format("%.2f s", millis / MILLIS_PER_SECOND);
        }
        return millis >= 10 ? format("%.0f ms", millis) : format("%.1f ms", millis);
    }

    /** A ratio as in {@code 1.04×}; a dash if it is unknown. */
    static String ratio(double ratio) {
        return ratio > 0 ? format("%.2f×", ratio) : "–";
    }

    private static String format(String pattern, double number) {
        return String.format(Locale.ROOT, pattern, number);
    }
}
