package io.sqe.substrait.translation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.TimeZone;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimeString;
import org.apache.calcite.util.TimestampString;
import org.apache.calcite.util.TimestampWithTimeZoneString;

/** Counts Calcite's dates and times, which are texts, in the units of Substrait. */
final class TimeValues {
    private static final long NANOS_PER_MICRO = 1000;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private TimeValues() {}

    static int days(Comparable<?> value) {
        return ((DateString) value).getDaysSinceEpoch();
    }

    static long microsecondsOfDay(Comparable<?> value) {
        return LocalTime.parse(((TimeString) value).toString()).toNanoOfDay() / NANOS_PER_MICRO;
    }

    /** Micro- or nanoseconds since 1970-01-01T00:00, in UTC for a value with a zone. */
    static long sinceEpoch(Comparable<?> value, int precision) {
        TimestampString local = value instanceof TimestampWithTimeZoneString zoned
                ? zoned.withTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC)).getLocalTimestampString()
                : (TimestampString) value;
        Instant time = LocalDateTime.parse(local.toString().replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        long seconds = time.getEpochSecond();
        return precision == RelTypeToSubstrait.NANOSECONDS
                ? Math.addExact(Math.multiplyExact(seconds, NANOS_PER_SECOND), time.getNano())
                : Math.addExact(Math.multiplyExact(seconds, MICROS_PER_SECOND), time.getNano() / NANOS_PER_MICRO);
    }
}
