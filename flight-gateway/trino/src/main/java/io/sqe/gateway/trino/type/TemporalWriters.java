package io.sqe.gateway.trino.type;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DateMilliVector;
import org.apache.arrow.vector.DurationVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.IntervalDayVector;
import org.apache.arrow.vector.IntervalMonthDayNanoVector;
import org.apache.arrow.vector.IntervalYearVector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeMilliVector;
import org.apache.arrow.vector.TimeNanoVector;
import org.apache.arrow.vector.TimeSecVector;
import org.apache.arrow.vector.TimeStampVector;

/** Makes the writers of dates, times and intervals. */
final class TemporalWriters {
    private final Rendering rendering;

    TemporalWriters(Rendering rendering) {
        this.rendering = rendering;
    }

    /** The writer; empty if the vector holds something else. */
    Optional<ValueWriter> find(FieldVector vector) {
        return switch (vector) {
            case DateDayVector days -> Optional.of((row, json) -> json.writeString(TimeText.date(days.get(row))));
            case DateMilliVector millis ->
                Optional.of((row, json) ->
                        json.writeString(TimeText.date(Math.floorDiv(millis.get(row), TimeUnit.DAYS.toMillis(1)))));
            case TimeSecVector times -> time(row -> TimeUnit.SECONDS.toNanos(times.get(row)), 0);
            case TimeMilliVector times -> time(row -> TimeUnit.MILLISECONDS.toNanos(times.get(row)), 3);
            case TimeMicroVector times -> time(row -> TimeUnit.MICROSECONDS.toNanos(times.get(row)), 6);
            case TimeNanoVector times -> time(times::get, 9);
            case TimeStampVector stamps -> Optional.of(timestamp(stamps));
            default -> interval(vector);
        };
    }

    private Optional<ValueWriter> time(LongAt nanosOfDay, int exactDigits) {
        int digits = digits(exactDigits);
        return Optional.of((row, json) -> json.writeString(TimeText.time(nanosOfDay.at(row), digits)));
    }

    private ValueWriter timestamp(TimeStampVector stamps) {
        return switch (stamps.getMinorType()) {
            case TIMESTAMPSEC, TIMESTAMPSECTZ -> timestamp(stamps, 1, 0);
            case TIMESTAMPMILLI, TIMESTAMPMILLITZ -> timestamp(stamps, 1_000, 3);
            case TIMESTAMPMICRO, TIMESTAMPMICROTZ -> timestamp(stamps, 1_000_000, 6);
            default -> timestamp(stamps, 1_000_000_000, 9);
        };
    }

    private ValueWriter timestamp(TimeStampVector stamps, int unitsPerSecond, int exactDigits) {
        int nanosPerUnit = 1_000_000_000 / unitsPerSecond;
        int digits = digits(exactDigits);
        return switch (stamps.getMinorType()) {
            case TIMESTAMPSECTZ, TIMESTAMPMILLITZ, TIMESTAMPMICROTZ, TIMESTAMPNANOTZ -> {
                ZoneId zone = rendering.zone();
                yield (row, json) -> json.writeString(TimeText.zonedTimestamp(
                        Math.floorDiv(stamps.get(row), unitsPerSecond),
                        Math.floorMod(stamps.get(row), unitsPerSecond) * nanosPerUnit,
                        digits,
                        zone));
            }
            default ->
                (row, json) -> json.writeString(TimeText.timestamp(
                        Math.floorDiv(stamps.get(row), unitsPerSecond),
                        Math.floorMod(stamps.get(row), unitsPerSecond) * nanosPerUnit,
                        digits));
        };
    }

    private static Optional<ValueWriter> interval(FieldVector vector) {
        return switch (vector) {
            case IntervalYearVector spans ->
                Optional.of((row, json) -> json.writeString(TimeText.yearToMonth(spans.get(row))));
            case IntervalDayVector spans ->
                Optional.of((row, json) -> json.writeString(
                        TimeText.dayToSecond(spans.getObject(row).toMillis())));
            case DurationVector spans ->
                Optional.of((row, json) -> json.writeString(
                        TimeText.dayToSecond(spans.getObject(row).toMillis())));
            case IntervalMonthDayNanoVector spans -> Optional.of((row, json) -> json.writeString(compound(spans, row)));
            default -> Optional.empty();
        };
    }

    /** Intervals of the SQL standard have months or the rest, never both. */
    private static String compound(IntervalMonthDayNanoVector spans, int row) {
        int months = IntervalMonthDayNanoVector.getMonths(spans.getDataBuffer(), row);
        if (months != 0) {
            return TimeText.yearToMonth(months);
        }
        Duration span = Duration.ofDays(IntervalMonthDayNanoVector.getDays(spans.getDataBuffer(), row))
                .plusNanos(IntervalMonthDayNanoVector.getNanoseconds(spans.getDataBuffer(), row));
        return TimeText.dayToSecond(span.toMillis());
    }

    private int digits(int exact) {
        return TypeSignatures.digits(exact, rendering.precision());
    }

    /** A number of a row. */
    @FunctionalInterface
    private interface LongAt {
        long at(int row);
    }
}
