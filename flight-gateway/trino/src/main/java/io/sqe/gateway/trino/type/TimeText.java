package io.sqe.gateway.trino.type;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/** Dates, times and intervals in Trino's notation. Fractions are cut to the digits asked for, as a cast would not: clients that want fewer digits than the column has are told of fewer. */
final class TimeText {
    private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long SECONDS_PER_DAY = TimeUnit.DAYS.toSeconds(1);
    private static final long MILLIS_PER_DAY = TimeUnit.DAYS.toMillis(1);
    private static final int NANO_DIGITS = 9;
    private static final int MONTHS_PER_YEAR = 12;

    private TimeText() {}

    static String date(long epochDay) {
        return LocalDate.ofEpochDay(epochDay).toString();
    }

    static String time(long nanosOfDay, int digits) {
        StringBuilder text = new StringBuilder();
        clock(nanosOfDay / NANOS_PER_SECOND, (int) (nanosOfDay % NANOS_PER_SECOND), digits, text);
        return text.toString();
    }

    static String timestamp(long epochSecond, int nanos, int digits) {
        StringBuilder text = new StringBuilder();
        timestamp(epochSecond, nanos, digits, text);
        return text.toString();
    }

    static String zonedTimestamp(long epochSecond, int nanos, int digits, ZoneId zone) {
        ZoneOffset offset = zone.getRules().getOffset(Instant.ofEpochSecond(epochSecond));
        StringBuilder text = new StringBuilder();
        timestamp(epochSecond + offset.getTotalSeconds(), nanos, digits, text);
        return text.append(' ')
                .append(zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId())
                .toString();
    }

    static String dayToSecond(long millis) {
        long size = Math.abs(millis);
        StringBuilder text = new StringBuilder(millis < 0 ? "-" : "");
        text.append(size / MILLIS_PER_DAY).append(' ');
        long ofDay = size % MILLIS_PER_DAY;
        clock(
                TimeUnit.MILLISECONDS.toSeconds(ofDay),
                (int) TimeUnit.MILLISECONDS.toNanos(ofDay % TimeUnit.SECONDS.toMillis(1)),
                3,
                text);
        return text.toString();
    }

    static String yearToMonth(int months) {
        int size = Math.abs(months);
        return (months < 0 ? "-" : "") + size / MONTHS_PER_YEAR + "-" + size % MONTHS_PER_YEAR;
    }

    private static void timestamp(long localSecond, int nanos, int digits, StringBuilder text) {
        text.append(LocalDate.ofEpochDay(Math.floorDiv(localSecond, SECONDS_PER_DAY)))
                .append(' ');
        clock(Math.floorMod(localSecond, SECONDS_PER_DAY), nanos, digits, text);
    }

    private static void clock(long secondOfDay, int nanos, int digits, StringBuilder text) {
        twoDigits(secondOfDay / 3_600, text).append(':');
        twoDigits(secondOfDay / 60 % 60, text).append(':');
        twoDigits(secondOfDay % 60, text);
        if (digits > 0) {
            text.append('.');
            int rest = nanos;
            for (int digit = 0, unit = (int) NANOS_PER_SECOND / 10; digit < Math.min(digits, NANO_DIGITS); digit++) {
                text.append((char) ('0' + rest / unit));
                rest %= unit;
                unit /= 10;
            }
        }
    }

    private static StringBuilder twoDigits(long value, StringBuilder text) {
        return text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }
}
