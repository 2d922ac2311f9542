package io.sqe.planner.binding;

import io.sqe.catalog.NamespaceName;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimeString;
import org.apache.calcite.util.TimestampString;

/** Puts in the place of functions of the session what they are for this statement: who asks, in which roles, where and when. */
final class SessionValues {
    private static final int MICROSECOND_DIGITS = 6;
    private static final Set<String> RESERVED = Set.of(
            "current_user",
            "current_role",
            "current_catalog",
            "current_schema",
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp");

    /** Of this build; classes outside a jar have none. */
    private static final String VERSION = Optional.ofNullable(
                    SessionValues.class.getPackage().getImplementationVersion())
            .orElse("development");

    private final BindingContext context;
    private boolean timeUsed;

    SessionValues(BindingContext context) {
        this.context = context;
    }

    /** Whether the time of the statement was put in anywhere. */
    boolean isTimeUsed() {
        return timeUsed;
    }

    Optional<SqlNode> of(SqlCall call) {
        SqlParserPos position = call.getParserPosition();
        String name = call.getOperator().getName().toLowerCase(Locale.ROOT);
        return switch (call.operandCount()) {
            case 0 -> constant(name, position);
            case 1 -> ofOne(name, call.operand(0), position);
            default -> Optional.empty();
        };
    }

    /** A word that the grammar reads as a value of the session unless it is quoted. */
    Optional<SqlNode> of(SqlIdentifier name) {
        boolean plain = name.isSimple() && !name.isComponentQuoted(0);
        String word = name.names.getFirst().toLowerCase(Locale.ROOT);
        return plain && RESERVED.contains(word) ? constant(word, name.getParserPosition()) : Optional.empty();
    }

    private Optional<SqlNode> ofOne(String name, SqlNode argument, SqlParserPos position) {
        return switch (name) {
            case "is_role_in_session" -> Optional.of(isRole(argument, position));
            case "current_timestamp", "localtimestamp", "current_time", "localtime" -> constant(name, position);
            default -> Optional.empty();
        };
    }

    private Optional<SqlNode> constant(String name, SqlParserPos position) {
        return switch (name) {
            case "current_user", "session_user", "user" ->
                Optional.of(text(context.principal().name(), position));
            case "current_role" -> Optional.of(role(position));
            case "current_catalog", "current_database" -> Optional.of(text(context.catalog(), position));
            case "current_schema" -> Optional.of(schema(position));
            case "version" -> Optional.of(text(VERSION, position));
            case "current_timezone" -> Optional.of(text(context.zone().getId(), position));
            case "current_date" -> Optional.of(date(position));
            case "current_timestamp", "now" -> Optional.of(instant(position));
            case "localtimestamp" ->
                Optional.of(SqlLiteral.createTimestamp(
                        SqlTypeName.TIMESTAMP, timestamp(local()), MICROSECOND_DIGITS, position));
            case "current_time", "localtime" ->
                Optional.of(SqlLiteral.createTime(time(local().toLocalTime()), MICROSECOND_DIGITS, position));
            default -> Optional.empty();
        };
    }

    private SqlNode isRole(SqlNode argument, SqlParserPos position) {
        if (argument instanceof SqlLiteral literal && SqlTypeName.CHAR_TYPES.contains(literal.getTypeName())) {
            return SqlLiteral.createBoolean(
                    context.principal().roles().contains(literal.getValueAs(String.class)), position);
        }
        throw new PlannerException.InvalidArguments(
                "Cannot ask for a role that is not a literal. Write is_role_in_session('role').",
                TextSpan.of(argument));
    }

    /** The role, if the session has exactly one; with several, no comparison with it is true. */
    private SqlNode role(SqlParserPos position) {
        List<String> roles = List.copyOf(context.principal().roles());
        return roles.size() == 1 ? text(roles.getFirst(), position) : nullText(position);
    }

    private SqlNode schema(SqlParserPos position) {
        return context.namespace()
                .map(NamespaceName::levels)
                .map(levels -> text(String.join(".", levels), position))
                .orElseGet(() -> nullText(position));
    }

    private static SqlNode nullText(SqlParserPos position) {
        return Casts.to(SqlLiteral.createNull(position), SqlTypeName.VARCHAR, position);
    }

    private static SqlNode text(String value, SqlParserPos position) {
        return SqlLiteral.createCharString(value, position);
    }

    private SqlNode date(SqlParserPos position) {
        timeUsed = true;
        return SqlLiteral.createDate(new DateString(local().toLocalDate().toString()), position);
    }

    private SqlNode instant(SqlParserPos position) {
        timeUsed = true;
        TimestampString utc = timestamp(LocalDateTime.ofInstant(context.now(), ZoneOffset.UTC));
        return SqlLiteral.createTimestamp(
                SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE, utc, MICROSECOND_DIGITS, position);
    }

    private LocalDateTime local() {
        timeUsed = true;
        return LocalDateTime.ofInstant(context.now(), context.zone());
    }

    private static TimestampString timestamp(LocalDateTime at) {
        return new TimestampString(
                        at.getYear(),
                        at.getMonthValue(),
                        at.getDayOfMonth(),
                        at.getHour(),
                        at.getMinute(),
                        at.getSecond())
                .withNanos(at.getNano());
    }

    private static TimeString time(LocalTime at) {
        return new TimeString(at.getHour(), at.getMinute(), at.getSecond()).withNanos(at.getNano());
    }
}
