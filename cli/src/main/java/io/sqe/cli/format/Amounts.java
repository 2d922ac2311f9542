package io.sqe.cli.format;

import java.time.Duration;
import java.util.Locale;

/** Amounts as people read them. */
public final class Amounts {
    private static final String[] BYTE_UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    private static final String[] COUNT_UNITS = {"", "k", "M", "G", "T", "P", "E"};

    private Amounts() {}

    /** {@code 4.2 ms}, {@code 1.250 s}, {@code 2 min 5 s}. */
    public static String time(Duration time) {
        double millis = time.toNanos() / 1e6;
        if (millis < 1000) {
            return text("%.1f ms", millis);
        }
        if (time.toMinutes() < 1) {
            return text("%.3f s", millis / 1000);
        }
        String rest = time.toMinutesPart() + " min " + time.toSecondsPart() + " s";
        return time.toHours() > 0 ? time.toHours() + " h " + rest : rest;
    }

    /** {@code 12}, {@code 3.4 MiB}. */
    public static String bytes(double bytes) {
        return scaled(bytes, 1024, " ", BYTE_UNITS);
    }

    /** {@code 12}, {@code 3.4M}. */
    public static String count(double count) {
        return scaled(count, 1000, "", COUNT_UNITS);
    }

    private static String scaled(double amount, int step, String space, String[] units) {
        int unit = 0;
        double scaled = amount;
        while (scaled >= step && unit < units.length - 1) {
            scaled /= step;
            unit++;
        }
        return text(unit == 0 ? "%.0f" : "%.1f", scaled) + space + units[unit];
    }

    private static String text(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
