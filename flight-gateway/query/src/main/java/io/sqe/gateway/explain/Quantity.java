package io.sqe.gateway.explain;

import java.time.Duration;
import java.util.Locale;

/** Quantities as people read them. */
final class Quantity {
    private static final long KIB = 1024;
    private static final String[] BYTE_UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private Quantity() {}

    static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= KIB && unit < BYTE_UNITS.length - 1) {
            value /= KIB;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", value, BYTE_UNITS[unit]);
    }

    static String milliseconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6);
    }

    static String count(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
