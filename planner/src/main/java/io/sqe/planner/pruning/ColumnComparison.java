package io.sqe.planner.pruning;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.TimeUnit;
import io.sqe.catalog.ColumnType.Zone;
import io.sqe.catalog.Literal;
import io.sqe.catalog.scan.ScanPredicate;
import io.sqe.catalog.scan.ScanPredicate.Comparison;
import io.sqe.planner.pruning.ColumnTerm.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/** Compares a column with a constant, brought into the column's own type. */
final class ColumnComparison {
    private static final BigDecimal NANOS_PER_MICRO = BigDecimal.valueOf(1_000);

    private ColumnComparison() {}

    static ScanPredicate of(ColumnTerm term, Comparison comparison, Constant constant) {
        if (constant instanceof Constant.Null) {
            return new ScanPredicate.False();
        }
        return term.part() == Part.WHOLE
                ? whole(term.column(), comparison, constant)
                : part(term, comparison, constant);
    }

    /** A comparison of a day or year is one of when it begins or ends. */
    private static ScanPredicate part(ColumnTerm term, Comparison comparison, Constant constant) {
        Optional<BigDecimal> named = term.part().start(constant);
        if (named.isEmpty()) {
            return new ScanPredicate.True();
        }
        Constant start = new Constant.LocalTime(named.get());
        Constant next = new Constant.LocalTime(term.part().next(named.get()));
        Column column = term.column();
        return switch (comparison) {
            case EQUAL ->
                Pruning.both(whole(column, Comparison.GREATER_OR_EQUAL, start), whole(column, Comparison.LESS, next));
            case NOT_EQUAL ->
                Pruning.either(whole(column, Comparison.LESS, start), whole(column, Comparison.GREATER_OR_EQUAL, next));
            case LESS -> whole(column, Comparison.LESS, start);
            case LESS_OR_EQUAL -> whole(column, Comparison.LESS, next);
            case GREATER -> whole(column, Comparison.GREATER_OR_EQUAL, next);
            case GREATER_OR_EQUAL -> whole(column, Comparison.GREATER_OR_EQUAL, start);
        };
    }

    private static ScanPredicate whole(Column column, Comparison comparison, Constant constant) {
        return switch (column.type()) {
            case ColumnType.IntegerType() -> number(column, comparison, constant, 0, value -> exactInt(value));
            case ColumnType.LongType() -> number(column, comparison, constant, 0, value -> exactLong(value));
            case ColumnType.DecimalType(int precision, int scale) ->
                number(
                        column,
                        comparison,
                        constant,
                        scale,
                        value -> value.precision() <= precision ? Optional.of(value) : Optional.empty());
            case ColumnType.FloatType(), ColumnType.DoubleType() -> approximate(column, comparison, constant);
            case ColumnType.DateType() ->
                constant instanceof Constant.LocalTime(BigDecimal nanos)
                        ? steps(column, comparison, nanos, Moments.NANOS_PER_DAY, ColumnComparison::exactInt)
                        : new ScanPredicate.True();
            case ColumnType.TimeType() ->
                constant instanceof Constant.TimeOfDay(BigDecimal nanos)
                        ? steps(column, comparison, nanos, NANOS_PER_MICRO, ColumnComparison::exactLong)
                        : new ScanPredicate.True();
            case ColumnType.TimestampType(TimeUnit unit, Zone zone) ->
                timestamp(column, comparison, constant, unit, zone);
            case ColumnType.StringType() ->
                constant instanceof Constant.Text(String text)
                        ? compare(column, comparison, text)
                        : new ScanPredicate.True();
            case ColumnType.BooleanType() ->
                constant instanceof Constant.Truth(boolean value)
                        ? compare(column, comparison, value)
                        : new ScanPredicate.True();
            case ColumnType.BinaryType() ->
                constant instanceof Constant.Bytes(ByteBuffer bytes)
                        ? compare(column, comparison, bytes)
                        : new ScanPredicate.True();
            case ColumnType.UuidType() ->
                constant instanceof Constant.Id(UUID id) && isEquality(comparison)
                        ? compare(column, comparison, id)
                        : new ScanPredicate.True();
            case ColumnType.FixedType(int _),
                    ColumnType.ListType(var _),
                    ColumnType.MapType(var _, var _),
                    ColumnType.StructType(var _) -> new ScanPredicate.True();
        };
    }

    private static ScanPredicate number(
            Column column, Comparison comparison, Constant constant, int scale, ToValue toValue) {
        return constant instanceof Constant.Amount(BigDecimal value)
                ? rounded(column, comparison, value, value.setScale(scale, RoundingMode.FLOOR), toValue)
                : new ScanPredicate.True();
    }

    private static ScanPredicate timestamp(
            Column column, Comparison comparison, Constant constant, TimeUnit unit, Zone zone) {
        BigDecimal step = unit == TimeUnit.NANOSECONDS ? BigDecimal.ONE : NANOS_PER_MICRO;
        return switch (constant) {
            case Constant.LocalTime(BigDecimal nanos)
            when zone == Zone.WITHOUT -> steps(column, comparison, nanos, step, ColumnComparison::exactLong);
            case Constant.Instant(BigDecimal nanos)
            when zone == Zone.WITH -> steps(column, comparison, nanos, step, ColumnComparison::exactLong);
            default -> new ScanPredicate.True();
        };
    }

    private static ScanPredicate steps(
            Column column, Comparison comparison, BigDecimal nanos, BigDecimal step, ToValue toValue) {
        BigDecimal floor = nanos.divide(step, 0, RoundingMode.FLOOR);
        boolean exact = floor.multiply(step).compareTo(nanos) == 0;
        return rounded(column, comparison, exact ? floor : floor.add(new BigDecimal("0.5")), floor, toValue);
    }

    /** Compares with a value that the column's type may not have: then with the next smaller one that it has. */
    private static ScanPredicate rounded(
            Column column, Comparison comparison, BigDecimal value, BigDecimal floor, ToValue toValue) {
        Optional<? extends Object> stored = toValue.of(floor);
        if (stored.isEmpty()) {
            return new ScanPredicate.True();
        }
        boolean exact = floor.compareTo(value) == 0;
        return switch (comparison) {
            case EQUAL -> exact ? compare(column, comparison, stored.get()) : new ScanPredicate.False();
            case NOT_EQUAL -> exact ? compare(column, comparison, stored.get()) : new ScanPredicate.True();
            case LESS -> compare(column, exact ? Comparison.LESS : Comparison.LESS_OR_EQUAL, stored.get());
            case LESS_OR_EQUAL, GREATER -> compare(column, comparison, stored.get());
            case GREATER_OR_EQUAL -> compare(column, exact ? comparison : Comparison.GREATER, stored.get());
        };
    }

    /**
     * NaN is greater than every number to the engine, and in no file's bounds: what asks for greater values skips nothing.
     */
    private static ScanPredicate approximate(Column column, Comparison comparison, Constant constant) {
        boolean upwards = comparison == Comparison.GREATER || comparison == Comparison.GREATER_OR_EQUAL;
        if (upwards || !(constant instanceof Constant.Amount(BigDecimal value))) {
            return new ScanPredicate.True();
        }
        if (column.type() instanceof ColumnType.DoubleType) {
            return compare(column, comparison, value.doubleValue());
        }
        float nearest = value.floatValue();
        boolean exact = nearest == value.doubleValue();
        float floor = nearest > value.doubleValue() ? Math.nextDown(nearest) : nearest;
        return switch (comparison) {
            case LESS, LESS_OR_EQUAL -> compare(column, exact ? comparison : Comparison.LESS_OR_EQUAL, floor);
            default -> exact ? compare(column, comparison, nearest) : new ScanPredicate.True();
        };
    }

    private static ScanPredicate compare(Column column, Comparison comparison, Object value) {
        return new ScanPredicate.Compare(column.fieldId(), comparison, new Literal(column.type(), value));
    }

    private static boolean isEquality(Comparison comparison) {
        return comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL;
    }

    private static Optional<Integer> exactInt(BigDecimal value) {
        return value.toBigInteger().bitLength() < Integer.SIZE ? Optional.of(value.intValueExact()) : Optional.empty();
    }

    private static Optional<Long> exactLong(BigDecimal value) {
        return value.toBigInteger().bitLength() < Long.SIZE ? Optional.of(value.longValueExact()) : Optional.empty();
    }

    /** A number as a literal of the column's type holds it; empty if the type has no such number. */
    private interface ToValue {
        Optional<? extends Object> of(BigDecimal value);
    }
}
