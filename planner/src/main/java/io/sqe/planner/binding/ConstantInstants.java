package io.sqe.planner.binding;

import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimestampString;

/** Works out which instant an expression without columns means: a literal, a cast of one, and intervals added or taken away. */
final class ConstantInstants {
    private final Constants constants;
    private final BindingContext context;

    ConstantInstants(Constants constants, BindingContext context) {
        this.constants = constants;
        this.context = context;
    }

    Instant evaluate(SqlNode expression) {
        try {
            return instant(constants.bind(expression)).orElseThrow(() -> notAnInstant(expression));
        } catch (DateTimeException unreadable) {
            throw notAnInstant(expression);
        }
    }

    private static PlannerException notAnInstant(SqlNode expression) {
        return new PlannerException.InvalidStatement(
                "Cannot tell which time is meant. Write a literal, such as TIMESTAMP '2026-01-31 12:00:00', or current_timestamp - INTERVAL '1' DAY.",
                TextSpan.of(expression));
    }

    private Optional<Instant> instant(RexNode node) {
        return switch (node) {
            case RexLiteral literal -> literal(literal);
            case RexCall call -> call(call);
            default -> Optional.empty();
        };
    }

    private Optional<Instant> literal(RexLiteral literal) {
        SqlTypeName type = literal.getTypeName();
        return switch (type) {
            case TIMESTAMP_WITH_LOCAL_TIME_ZONE ->
                Optional.ofNullable(literal.getValueAs(TimestampString.class))
                        .map(text -> dateTime(text).toInstant(ZoneOffset.UTC));
            case TIMESTAMP ->
                Optional.ofNullable(literal.getValueAs(TimestampString.class)).map(text -> inZone(dateTime(text)));
            case DATE ->
                Optional.ofNullable(literal.getValueAs(DateString.class))
                        .map(text -> inZone(LocalDate.parse(text.toString()).atStartOfDay()));
            case CHAR -> Optional.ofNullable(literal.getValueAs(String.class)).map(this::parse);
            default -> Optional.empty();
        };
    }

    private Optional<Instant> call(RexCall call) {
        return switch (call.getKind()) {
            case CAST, SAFE_CAST -> instant(call.getOperands().getFirst());
            case PLUS -> moved(call, 1);
            case MINUS -> moved(call, -1);
            default -> Optional.empty();
        };
    }

    private Optional<Instant> moved(RexCall call, int sign) {
        if (!(call.getOperands().getLast() instanceof RexLiteral interval)) {
            return Optional.empty();
        }
        BigDecimal amount = interval.getValueAs(BigDecimal.class);
        if (amount == null) {
            return Optional.empty();
        }
        long steps = amount.longValueExact() * sign;
        return switch (interval.getTypeName().getFamily()) {
            case INTERVAL_DAY_TIME ->
                instant(call.getOperands().getFirst()).map(from -> from.plus(steps, ChronoUnit.MILLIS));
            case INTERVAL_YEAR_MONTH ->
                instant(call.getOperands().getFirst())
                        .map(from -> from.atZone(context.zone())
                                .plus(Period.ofMonths((int) steps))
                                .toInstant());
            case null, default -> Optional.empty();
        };
    }

    /** A text with an offset or zone of its own, or else in the session's. */
    private Instant parse(String text) {
        String iso = text.strip().replaceFirst(" ", "T");
        if (iso.endsWith("UTC")) {
            return dateTime(iso.substring(0, iso.length() - 3).strip()).toInstant(ZoneOffset.UTC);
        }
        int time = iso.indexOf('T');
        boolean zoned = iso.endsWith("Z") || (time > 0 && (iso.indexOf('+', time) > 0 || iso.indexOf('-', time) > 0));
        return zoned ? java.time.OffsetDateTime.parse(iso).toInstant() : inZone(dateTime(iso));
    }

    private static LocalDateTime dateTime(String iso) {
        return iso.contains("T")
                ? LocalDateTime.parse(iso)
                : LocalDate.parse(iso).atStartOfDay();
    }

    private static LocalDateTime dateTime(TimestampString text) {
        return LocalDateTime.parse(text.toString().replace(' ', 'T'));
    }

    private Instant inZone(LocalDateTime local) {
        return local.atZone(context.zone()).toInstant();
    }

    /** Binds an expression that may name no column. */
    interface Constants {
        RexNode bind(SqlNode expression);
    }
}
