package io.sqe.gateway.web.view;

import java.time.Duration;
import java.util.Locale;

/** Quantities as people read them at a glance. */
public final class Shown {
    private static final String[] BYTE_UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    private static final int SQL_CHARACTERS_MAX = 240;

    private Shown() {}

    /** With the digits grouped. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 12 rows}. */
    public static String count(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** With one digit behind the point, where it tells something. */
    public static String roughly(double value) {
        boolean isWhole = value >= 10 || Math.abs(value - Math.rint(value)) < 0.05;
        return isWhole ? count(Math.round(value)) : String.format(Locale.ROOT, "%.1f", value);
    }

    public static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < BYTE_UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", value, BYTE_UNITS[unit]);
    }

    /** Two units at most, and no more digits than one can feel. */
    public static String duration(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        if (millis < 10) {
            return String.format(Locale.ROOT, "%.1f ms", millis);
        }
        if (millis < 1000) {
            return String.format(Locale.ROOT, "%.0f ms", millis);
        }
        return millis < 60_000 ? String.format(Locale.ROOT, "%.1f s", millis / 1000) : longDuration(duration);
    }

    private static String longDuration(Duration duration) {
        if (duration.toHours() == 0) {
            return "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
        }
        return duration.toDays() == 0
                ? "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart())
                : "%d d %d h".formatted(duration.toDays(), duration.toHoursPart());
    }

    /** In seconds up to a minute, then in minutes and the rest of one if there is a rest. */
    public static String minutes(Duration duration) {
        if (duration.toMinutes() == 0) {
            return count(duration.toSeconds(), "second");
        }
        String minutes = count(duration.toMinutes(), "minute");
        return duration.toSecondsPart() == 0
                ? minutes
                : "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
    }

    /** The beginning of a statement on one line. */
    public static String oneLine(String sql) {
        String start = sql.substring(0, Math.min(sql.length(), 4 * SQL_CHARACTERS_MAX));
        String line = start.strip().replaceAll("\\s+", " ");
        return line.length() > SQL_CHARACTERS_MAX ? line.substring(0, SQL_CHARACTERS_MAX) + "…" : line;
    }
}
