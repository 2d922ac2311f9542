package io.sqe.planner.binding;

import io.sqe.planner.statement.AtTimeZone;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import io.sqe.planner.statement.ZoneNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * {@code AT TIME ZONE} and {@code at_timezone}: a point in time with the zone whose clocks tell it.
 *
 * <p>Values here have no zone of their own. Where what surrounds the expression asks the clock (a cast, a field, the start of a day), it gets
 * what clocks of that zone show; where it asks for the point in time (a comparison), it gets that. Anywhere else the zone would be lost
 * without a word, so there it is refused.
 */
final class ZonedTimes {
    private static final Set<String> ASKING_THE_CLOCK = Set.of(
            "year",
            "quarter",
            "month",
            "week",
            "week_of_year",
            "year_of_week",
            "yow",
            "day",
            "day_of_month",
            "day_of_week",
            "dow",
            "day_of_year",
            "doy",
            "hour",
            "minute",
            "second",
            "millisecond",
            "date",
            "last_day_of_month",
            "last_day",
            "date_format");

    private static final Set<String> CLOCK_TYPES = Set.of("TIMESTAMP", "DATE", "TIME");
    private static final Set<String> WHOLE_DAYS = Set.of("day", "week", "month", "quarter", "year");

    private ZonedTimes() {}

    /** The call with what it asks for in the place of times with a zone. */
    static SqlCall asked(SqlCall call) {
        if (zoned(call).isPresent()) {
            throw new PlannerException.Unsupported(
                    "AT TIME ZONE whose zone would have to be kept, as values here have none (write CAST(… AT TIME ZONE 'zone' AS timestamp) for what clocks show there, or leave it out for the point in time),",
                    TextSpan.of(call));
        }
        return switch (call.getKind()) {
            case CAST, SAFE_CAST ->
                call.operand(1) instanceof SqlDataTypeSpec type && isClockType(type) ? withClock(call, 0) : call;
            case EXTRACT -> isOfClock(call.operand(0)) ? withClock(call, 1) : call;
            case EQUALS,
                    NOT_EQUALS,
                    LESS_THAN,
                    LESS_THAN_OR_EQUAL,
                    GREATER_THAN,
                    GREATER_THAN_OR_EQUAL,
                    BETWEEN,
                    IN,
                    NOT_IN,
                    IS_NULL,
                    IS_NOT_NULL -> withInstants(call);
            default -> askedByName(call);
        };
    }

    private static SqlCall askedByName(SqlCall call) {
        return switch (name(call)) {
            case "to_unixtime" -> withInstants(call);
            case "with_timezone", "timestamp_in_zone" ->
                call.operandCount() == 2 ? replaced(call, 1, plainZone(call.operand(1))) : call;
            default -> ASKING_THE_CLOCK.contains(name(call)) ? withClock(call, 0) : call;
        };
    }

    private static boolean isClockType(SqlDataTypeSpec type) {
        return CLOCK_TYPES.contains(type.getTypeName().getSimple().toUpperCase(Locale.ROOT));
    }

    private static boolean isOfClock(SqlNode field) {
        return !(field instanceof SqlIntervalQualifier unit)
                || !unit.toString().toUpperCase(Locale.ROOT).startsWith("TIMEZONE");
    }

    private static SqlCall withClock(SqlCall call, int operand) {
        Optional<Zoned> time = call.operandCount() > operand ? zoned(call.operand(operand)) : Optional.empty();
        return time.map(zoned -> replaced(call, operand, zoned.clock())).orElse(call);
    }

    private static SqlCall withInstants(SqlCall call) {
        SqlCall changed = call;
        for (int i = 0; i < call.operandCount(); i++) {
            Optional<SqlNode> instant = zoned(call.operand(i)).flatMap(Zoned::instant);
            changed = instant.isPresent() ? replaced(changed, i, instant.get()) : changed;
        }
        return changed;
    }

    private static SqlCall replaced(SqlCall call, int operand, SqlNode by) {
        var copy = (SqlCall) call.clone(call.getParserPosition());
        copy.setOperand(operand, by);
        return copy;
    }

    /** What the expression is, if it is a point in time with a zone. */
    private static Optional<Zoned> zoned(@Nullable SqlNode node) {
        if (!(node instanceof SqlCall call) || call.operandCount() != 2) {
            return Optional.empty();
        }
        if (call.getOperator().equals(AtTimeZone.OPERATOR) || "at_timezone".equals(name(call))) {
            SqlNode instant = zoned(call.operand(0)).flatMap(Zoned::instant).orElse(call.operand(0));
            SqlNode zone = plainZone(call.operand(1));
            SqlNode clock = function("timestamp_in_zone", call.getParserPosition(), instant, zone);
            return Optional.of(new Zoned(clock, Optional.of(instant), zone));
        }
        return "date_trunc".equals(name(call))
                ? zoned(call.operand(1)).map(time -> truncated(call, time))
                : Optional.empty();
    }

    /** The start of a day or more is one point in time; that of an hour can be two, where clocks are put back. */
    private static Zoned truncated(SqlCall call, Zoned time) {
        SqlNode clock = function("date_trunc", call.getParserPosition(), call.operand(0), time.clock());
        boolean wholeDays = call.operand(0) instanceof SqlLiteral unit
                && SqlTypeName.CHAR_TYPES.contains(unit.getTypeName())
                && WHOLE_DAYS.contains(unit.getValueAs(String.class).toLowerCase(Locale.ROOT));
        Optional<SqlNode> instant = wholeDays
                ? Optional.of(function("with_timezone", call.getParserPosition(), clock, time.zone()))
                : Optional.empty();
        return new Zoned(clock, instant, time.zone());
    }

    /** The zone by the name that the engine knows, if it is a literal. */
    private static SqlNode plainZone(SqlNode zone) {
        if (!(zone instanceof SqlLiteral literal) || !SqlTypeName.CHAR_TYPES.contains(literal.getTypeName())) {
            return zone;
        }
        String name = literal.getValueAs(String.class);
        String plain = ZoneNames.find(name)
                .map(ZoneNames::plain)
                .orElseThrow(() -> ZoneNames.unknown(name, TextSpan.of(zone)));
        return SqlLiteral.createCharString(plain, zone.getParserPosition());
    }

    private static String name(SqlCall call) {
        return call.getOperator().getName().toLowerCase(Locale.ROOT);
    }

    private static SqlNode function(String name, SqlParserPos position, SqlNode... arguments) {
        var function = new SqlUnresolvedFunction(
                new SqlIdentifier(name, position), null, null, null, null, SqlFunctionCategory.USER_DEFINED_FUNCTION);
        return function.createCall(position, List.of(arguments));
    }

    /**
     * A point in time with a zone.
     *
     * @param clock what clocks of the zone show
     * @param instant the point in time, where it is known
     */
    private record Zoned(SqlNode clock, Optional<SqlNode> instant, SqlNode zone) {}
}
