package io.sqe.executor.lowering;

import io.substrait.proto.Expression.Literal;
import io.substrait.proto.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/** Writes dates, times, timestamps and intervals. */
final class TimeLiterals {
    private static final int DIGITS_OF_NANOS = 9;
    private static final int FOUR_DIGIT_YEAR_MAX = 9999;
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, DIGITS_OF_NANOS, true)
            .toFormatter(java.util.Locale.ROOT);

    private TimeLiterals() {}

    static Value lower(Literal literal) {
        return switch (literal.getLiteralTypeCase()) {
            case DATE -> date(literal.getDate());
            case PRECISION_TIME ->
                time(
                        literal.getPrecisionTime().getValue(),
                        literal.getPrecisionTime().getPrecision());
            case PRECISION_TIMESTAMP -> {
                var value = literal.getPrecisionTimestamp();
                yield timestamp(value.getValue(), value.getPrecision(), PlanTypes.timestamp(value.getPrecision()), "");
            }
            case PRECISION_TIMESTAMP_TZ -> {
                var value = literal.getPrecisionTimestampTz();
                yield timestamp(
                        value.getValue(), value.getPrecision(), PlanTypes.timestampTz(value.getPrecision()), "+00");
            }
            case INTERVAL_YEAR_TO_MONTH -> interval(months(literal.getIntervalYearToMonth()));
            case INTERVAL_DAY_TO_SECOND -> interval(days(literal.getIntervalDayToSecond()));
            case INTERVAL_COMPOUND ->
                interval(months(literal.getIntervalCompound().getIntervalYearToMonth())
                        + ' '
                        + days(literal.getIntervalCompound().getIntervalDayToSecond()));
            default -> throw new LoweringException.Unsupported("a constant of kind " + literal.getLiteralTypeCase());
        };
    }

    private static Value date(int epochDay) {
        var date = LocalDate.ofEpochDay(epochDay);
        boolean isPlain = date.getYear() >= 0 && date.getYear() <= FOUR_DIGIT_YEAR_MAX;
        return Value.literal(
                isPlain ? "DATE '" + date + '\'' : "CAST(DATE '1970-01-01' + (" + epochDay + ") AS DATE)",
                PlanTypes.DATE);
    }

    private static Value time(long value, int precision) {
        long nanos = Math.multiplyExact(value, powerOfTen(DIGITS_OF_NANOS - precision));
        String text = LocalTime.ofNanoOfDay(nanos).format(DateTimeFormatter.ISO_LOCAL_TIME);
        return Literals.typed('\'' + text + '\'', PlanTypes.time(precision));
    }

    private static Value timestamp(long value, int precision, Type type, String zone) {
        long unitsOfSecond = powerOfTen(precision);
        long nanos = Math.floorMod(value, unitsOfSecond) * powerOfTen(DIGITS_OF_NANOS - precision);
        var instant = Instant.ofEpochSecond(Math.floorDiv(value, unitsOfSecond), nanos);
        var dateTime = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        if (dateTime.getYear() < 0 || dateTime.getYear() > FOUR_DIGIT_YEAR_MAX) {
            throw new LoweringException.Unsupported("a constant timestamp in the year " + dateTime.getYear());
        }
        return Literals.typed('\'' + dateTime.format(TIMESTAMP) + zone + '\'', type);
    }

    private static Value interval(String parts) {
        return Value.literal("INTERVAL '" + parts + '\'', PlanTypes.INTERVAL);
    }

    private static String months(Literal.IntervalYearToMonth interval) {
        return (interval.getYears() * 12L + interval.getMonths()) + " months";
    }

    @SuppressWarnings("deprecation") // plans of older producers say microseconds
    private static String days(Literal.IntervalDayToSecond interval) {
        long micros = interval.hasPrecision()
                ? scaleToMicros(interval.getSubseconds(), interval.getPrecision())
                : interval.getMicroseconds();
        return "%d days %d seconds %d microseconds".formatted(interval.getDays(), interval.getSeconds(), micros);
    }

    private static long scaleToMicros(long subseconds, int precision) {
        if (precision <= 6) {
            return Math.multiplyExact(subseconds, powerOfTen(6 - precision));
        }
        long divisor = powerOfTen(precision - 6);
        if (subseconds % divisor != 0) {
            throw new LoweringException.Unsupported("an interval finer than a microsecond");
        }
        return subseconds / divisor;
    }

    private static long powerOfTen(int exponent) {
        if (exponent < 0 || exponent > DIGITS_OF_NANOS) {
            throw new LoweringException.Unsupported("a time finer than a nanosecond");
        }
        return Math.powExact(10L, exponent);
    }
}
