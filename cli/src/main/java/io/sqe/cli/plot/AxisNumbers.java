package io.sqe.cli.plot;

import io.sqe.cli.plot.PlotColumn.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Numbers and times as the axes of charts show them. */
final class AxisNumbers {
    private static final MathContext DIGITS = new MathContext(6);
    private static final double PLAIN_MAX = 1e9;
    private static final double PLAIN_MIN = 1e-4;

    private AxisNumbers() {}

    static String text(double number) {
        double size = Math.abs(number);
        BigDecimal rounded = new BigDecimal(number, DIGITS).stripTrailingZeros();
        return size == 0 || (size >= PLAIN_MIN && size < PLAIN_MAX) ? rounded.toPlainString() : rounded.toString();
    }

    static String text(double value, Kind kind) {
        if (kind != Kind.TIME) {
            return text(value);
        }
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochSecond((long) value), ZoneOffset.UTC);
        return time.equals(time.truncatedTo(ChronoUnit.DAYS))
                ? time.toLocalDate().toString()
                : time.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
    }
}
