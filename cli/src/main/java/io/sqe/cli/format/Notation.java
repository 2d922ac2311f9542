package io.sqe.cli.format;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/**
 * Dates, times and intervals as text. Fractions of a second have the digits they need and no more.
 *
 * <p>SQL: {@code 2026-11-21 10:00:00.5}, {@code 1 year 2 months 3 days 04:05:06}. ISO 8601: {@code 2026-11-21T10:00:00.5},
 * {@code P1Y2M3DT4H5M6S}.
 */
enum Notation {
    SQL,
    ISO;

    private static final int MONTHS_PER_YEAR = 12;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    void date(long epochDay, StringBuilder out) {
        date(LocalDate.ofEpochDay(epochDay), out);
    }

    void time(long nanoOfDay, StringBuilder out) {
        time(LocalTime.ofNanoOfDay(nanoOfDay), out);
    }

    void timestamp(long count, TimeUnit unit, StringBuilder out) {
        Instant instant = instant(count, unit);
        timestamp(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), out);
    }

    void zonedTimestamp(long count, TimeUnit unit, ZoneId zone, StringBuilder out) {
        OffsetDateTime there = OffsetDateTime.ofInstant(instant(count, unit), zone);
        timestamp(there.toLocalDateTime(), out);
        out.append(
                there.getOffset().equals(ZoneOffset.UTC)
                        ? zulu()
                        : there.getOffset().getId());
    }

    private String zulu() {
        return this == SQL ? "+00:00" : "Z";
    }

    private static Instant instant(long count, TimeUnit unit) {
        long perSecond = unit.convert(1, TimeUnit.SECONDS);
        long fraction = Math.floorMod(count, perSecond);
        return Instant.ofEpochSecond(Math.floorDiv(count, perSecond), unit.toNanos(fraction));
    }

    private void timestamp(LocalDateTime there, StringBuilder out) {
        date(there.toLocalDate(), out);
        out.append(this == SQL ? ' ' : 'T');
        time(there.toLocalTime(), out);
    }

    private static void date(LocalDate date, StringBuilder out) {
        int year = date.getYear();
        if (year >= 1000 && year <= 9999) {
            out.append(year);
        } else {
            out.append(year < 0 ? "-" : "").append("%04d".formatted(Math.abs(year)));
        }
        out.append('-');
        twoDigits(date.getMonthValue(), out);
        out.append('-');
        twoDigits(date.getDayOfMonth(), out);
    }

    private static void time(LocalTime time, StringBuilder out) {
        twoDigits(time.getHour(), out);
        out.append(':');
        twoDigits(time.getMinute(), out);
        out.append(':');
        twoDigits(time.getSecond(), out);
        fraction(time.getNano(), out);
    }

    private static void twoDigits(int number, StringBuilder out) {
        if (number < 10) {
            out.append('0');
        }
        out.append(number);
    }

    private static void fraction(long nanos, StringBuilder out) {
        if (nanos == 0) {
            return;
        }
        String digits = Long.toString(NANOS_PER_SECOND + nanos);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        out.append('.').append(digits, 1, end);
    }

    void interval(int months, int days, long nanos, StringBuilder out) {
        if (this == ISO) {
            isoInterval(months, days, nanos, out);
        } else {
            sqlInterval(months, days, nanos, out);
        }
    }

    private static void sqlInterval(int months, int days, long nanos, StringBuilder out) {
        int start = out.length();
        unit(months / MONTHS_PER_YEAR, "year", start, out);
        unit(months % MONTHS_PER_YEAR, "month", start, out);
        unit(days, "day", start, out);
        if (nanos == 0 && out.length() > start) {
            return;
        }
        out.append(out.length() > start ? " " : "").append(nanos < 0 ? "-" : "");
        Duration time = Duration.ofNanos(nanos).abs();
        if (time.toHours() < 10) {
            out.append('0');
        }
        out.append(time.toHours()).append(':');
        twoDigits(time.toMinutesPart(), out);
        out.append(':');
        twoDigits(time.toSecondsPart(), out);
        fraction(time.toNanosPart(), out);
    }

    private static void unit(int count, String name, int start, StringBuilder out) {
        if (count != 0) {
            out.append(out.length() > start ? " " : "")
                    .append(count)
                    .append(' ')
                    .append(name);
            out.append(Math.abs(count) == 1 ? "" : "s");
        }
    }

    private static void isoInterval(int months, int days, long nanos, StringBuilder out) {
        out.append('P');
        int start = out.length();
        isoUnit(months / MONTHS_PER_YEAR, 'Y', out);
        isoUnit(months % MONTHS_PER_YEAR, 'M', out);
        isoUnit(days, 'D', out);
        if (nanos != 0 || out.length() == start) {
            out.append(
                    Duration.ofNanos(nanos).toString(),
                    1,
                    Duration.ofNanos(nanos).toString().length());
        }
    }

    private static void isoUnit(int count, char name, StringBuilder out) {
        if (count != 0) {
            out.append(count).append(name);
        }
    }
}
