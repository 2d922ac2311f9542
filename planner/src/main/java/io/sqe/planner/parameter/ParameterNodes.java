package io.sqe.planner.parameter;

import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.TimeUnit;
import io.sqe.catalog.ColumnType.Zone;
import io.sqe.catalog.Literal;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimeString;
import org.apache.calcite.util.TimestampString;

/** Parameters as constants that a person could have written. */
final class ParameterNodes {
    private static final int MICROSECOND_DIGITS = 6;
    private static final int NANOSECOND_DIGITS = 9;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final int YEAR_MAX = 9999;

    private ParameterNodes() {}

    /** A constant of exactly the parameter's type; NULL of a nested type takes the type of its place. */
    static SqlNode typed(Parameter parameter, SqlParserPos position) {
        return switch (parameter) {
            case Parameter.Null(ColumnType.ListType _),
                    Parameter.Null(ColumnType.MapType _),
                    Parameter.Null(ColumnType.StructType _) -> SqlLiteral.createNull(position);
            case Parameter.Null(ColumnType type) -> cast(SqlLiteral.createNull(position), type, position);
            case Parameter.Value(Literal literal) -> typed(literal, position);
        };
    }

    private static SqlNode typed(Literal literal, SqlParserPos position) {
        Object value = literal.value();
        return switch (literal.type()) {
            case ColumnType.BooleanType() -> SqlLiteral.createBoolean((Boolean) value, position);
            case ColumnType.StringType() -> SqlLiteral.createCharString((String) value, position);
            case ColumnType.DateType() -> SqlLiteral.createDate(date((Integer) value, position), position);
            case ColumnType.TimeType() ->
                SqlLiteral.createTime(time((Long) value, position), MICROSECOND_DIGITS, position);
            case ColumnType.TimestampType(TimeUnit unit, Zone zone) ->
                SqlLiteral.createTimestamp(
                        zone == Zone.WITH ? SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE : SqlTypeName.TIMESTAMP,
                        timestamp((Long) value, unit, position),
                        digits(unit),
                        position);
            default -> cast(untyped(literal, position), literal.type(), position);
        };
    }

    private static SqlNode untyped(Literal literal, SqlParserPos position) {
        return switch (literal.value()) {
            case Float number -> floating(number.doubleValue(), Float.toString(number), position);
            case Double number -> floating(number, Double.toString(number), position);
            case BigDecimal number -> SqlLiteral.createExactNumeric(number.toPlainString(), position);
            case ByteBuffer buffer -> {
                var bytes = new byte[buffer.remaining()];
                buffer.duplicate().get(bytes);
                yield SqlLiteral.createBinaryString(bytes, position);
            }
            case Number number -> SqlLiteral.createExactNumeric(number.toString(), position);
            default -> SqlLiteral.createCharString(literal.value().toString(), position);
        };
    }

    /** What is no finite number has no literal but in a text. */
    private static SqlNode floating(double value, String text, SqlParserPos position) {
        return Double.isFinite(value)
                ? SqlLiteral.createApproxNumeric(text.contains("E") ? text : text + "E0", position)
                : SqlLiteral.createCharString(text, position);
    }

    static boolean isWhole(Parameter parameter) {
        return parameter instanceof Parameter.Value(Literal(var _, Object value))
                && (value instanceof Integer || value instanceof Long);
    }

    /** A number of rows. */
    static SqlNode count(Parameter parameter, SqlParserPos position) {
        if (isWhole(parameter)
                && parameter instanceof Parameter.Value(Literal(var type, Object value))
                && !(type instanceof ColumnType.DateType)
                && ((Number) value).longValue() >= 0) {
            return SqlLiteral.createExactNumeric(value.toString(), position);
        }
        throw new PlannerException.InvalidArguments(
                "Cannot count rows by this parameter: it is no whole number of 0 or more. Give one.",
                TextSpan.of(position));
    }

    private static SqlNode cast(SqlNode value, ColumnType type, SqlParserPos position) {
        return SqlStdOperatorTable.CAST.createCall(
                position, value, new SqlDataTypeSpec(spec(type, position), position));
    }

    private static SqlBasicTypeNameSpec spec(ColumnType type, SqlParserPos position) {
        return switch (type) {
            case ColumnType.BooleanType() -> new SqlBasicTypeNameSpec(SqlTypeName.BOOLEAN, position);
            case ColumnType.IntegerType() -> new SqlBasicTypeNameSpec(SqlTypeName.INTEGER, position);
            case ColumnType.LongType() -> new SqlBasicTypeNameSpec(SqlTypeName.BIGINT, position);
            case ColumnType.FloatType() -> new SqlBasicTypeNameSpec(SqlTypeName.REAL, position);
            case ColumnType.DoubleType() -> new SqlBasicTypeNameSpec(SqlTypeName.DOUBLE, position);
            case ColumnType.DecimalType(int precision, int scale) ->
                new SqlBasicTypeNameSpec(SqlTypeName.DECIMAL, precision, scale, position);
            case ColumnType.DateType() -> new SqlBasicTypeNameSpec(SqlTypeName.DATE, position);
            case ColumnType.TimeType() -> new SqlBasicTypeNameSpec(SqlTypeName.TIME, MICROSECOND_DIGITS, position);
            case ColumnType.TimestampType(TimeUnit unit, Zone zone) ->
                new SqlBasicTypeNameSpec(
                        zone == Zone.WITH ? SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE : SqlTypeName.TIMESTAMP,
                        digits(unit),
                        position);
            case ColumnType.StringType() -> new SqlBasicTypeNameSpec(SqlTypeName.VARCHAR, position);
            case ColumnType.BinaryType(), ColumnType.FixedType(int _) ->
                new SqlBasicTypeNameSpec(SqlTypeName.VARBINARY, position);
            case ColumnType.UuidType() -> new SqlBasicTypeNameSpec(SqlTypeName.UUID, position);
            case ColumnType.ListType _, ColumnType.MapType _, ColumnType.StructType _ ->
                throw new PlannerException.Unsupported("A parameter of a nested type", TextSpan.of(position));
        };
    }

    private static int digits(TimeUnit unit) {
        return unit == TimeUnit.NANOSECONDS ? NANOSECOND_DIGITS : MICROSECOND_DIGITS;
    }

    private static DateString date(int days, SqlParserPos position) {
        LocalDate date = LocalDate.ofEpochDay(days);
        requireYear(date.getYear(), position);
        return new DateString(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    private static TimeString time(long micros, SqlParserPos position) {
        try {
            LocalTime time = LocalTime.ofNanoOfDay(Math.multiplyExact(micros, NANOS_PER_MICRO));
            return new TimeString(time.getHour(), time.getMinute(), time.getSecond()).withNanos(time.getNano());
        } catch (DateTimeException | ArithmeticException outside) {
            throw new PlannerException.InvalidArguments(
                    "Cannot use this parameter: it is no time of day. Give one of less than 24 hours.",
                    TextSpan.of(position));
        }
    }

    private static TimestampString timestamp(long value, TimeUnit unit, SqlParserPos position) {
        long perSecond = unit == TimeUnit.NANOSECONDS ? NANOS_PER_SECOND : MICROS_PER_SECOND;
        long nanos = Math.floorMod(value, perSecond) * (NANOS_PER_SECOND / perSecond);
        LocalDateTime at = LocalDateTime.ofEpochSecond(Math.floorDiv(value, perSecond), (int) nanos, ZoneOffset.UTC);
        requireYear(at.getYear(), position);
        return new TimestampString(
                        at.getYear(),
                        at.getMonthValue(),
                        at.getDayOfMonth(),
                        at.getHour(),
                        at.getMinute(),
                        at.getSecond())
                .withNanos(at.getNano());
    }

    private static void requireYear(int year, SqlParserPos position) {
        if (year < 1 || year > YEAR_MAX) {
            throw new PlannerException.InvalidArguments(
                    "Cannot use this parameter: its year is %d. Give one from 1 to %d.".formatted(year, YEAR_MAX),
                    TextSpan.of(position));
        }
    }
}
