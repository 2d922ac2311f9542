package io.sqe.planner.pruning;

import io.sqe.planner.pruning.Constant.Amount;
import io.sqe.planner.pruning.Constant.Instant;
import io.sqe.planner.pruning.Constant.LocalTime;
import io.sqe.planner.pruning.Constant.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.calcite.avatica.util.ByteString;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimeString;
import org.apache.calcite.util.TimestampString;

/** Works out expressions without columns. Answers nothing for any whose value it is not certain of. */
final class Constants {
    private static final BigDecimal NANOS_PER_MILLI = BigDecimal.valueOf(1_000_000);

    private Constants() {}

    static Optional<Constant> of(RexNode node) {
        return switch (node) {
            case RexLiteral literal -> literal(literal);
            case RexCall call -> call(call);
            default -> Optional.empty();
        };
    }

    private static Optional<Constant> literal(RexLiteral literal) {
        if (literal.isNull()) {
            return Optional.of(new Constant.Null());
        }
        return switch (literal.getTypeName()) {
            case BOOLEAN -> Optional.of(new Constant.Truth(literal.isAlwaysTrue()));
            case DECIMAL, DOUBLE, REAL, BIGINT, INTEGER ->
                Optional.ofNullable(literal.getValueAs(BigDecimal.class)).map(Amount::new);
            case CHAR -> Optional.ofNullable(literal.getValueAs(String.class)).map(Text::new);
            case BINARY ->
                Optional.ofNullable(literal.getValueAs(ByteString.class))
                        .map(bytes -> new Constant.Bytes(
                                java.nio.ByteBuffer.wrap(bytes.getBytes()).asReadOnlyBuffer()));
            case DATE ->
                Optional.ofNullable(literal.getValueAs(DateString.class)).map(date -> local(date + "T00:00:00"));
            case TIMESTAMP ->
                Optional.ofNullable(literal.getValueAs(TimestampString.class)).map(text -> local(iso(text.toString())));
            case TIMESTAMP_WITH_LOCAL_TIME_ZONE ->
                Optional.ofNullable(literal.getValueAs(TimestampString.class))
                        .map(text -> new Instant(local(iso(text.toString())).nanos()));
            case TIME ->
                Optional.ofNullable(literal.getValueAs(TimeString.class))
                        .map(text -> new Constant.TimeOfDay(BigDecimal.valueOf(
                                java.time.LocalTime.parse(text.toString()).toNanoOfDay())));
            case UUID -> Optional.ofNullable(literal.getValueAs(UUID.class)).map(Constant.Id::new);
            default -> Optional.empty();
        };
    }

    private static Optional<Constant> call(RexCall call) {
        List<RexNode> operands = call.getOperands();
        return switch (call.getKind()) {
            case CAST -> of(operands.getFirst()).flatMap(value -> cast(value, call.getType()));
            case MINUS_PREFIX -> amount(operands.getFirst()).map(value -> new Amount(value.negate()));
            case PLUS -> sum(operands, 1);
            case MINUS -> sum(operands, -1);
            case TIMES -> product(operands, call.getType());
            default -> Optional.empty();
        };
    }

    private static Optional<Constant> product(List<RexNode> operands, RelDataType type) {
        return isExact(type)
                ? amount(operands.get(0))
                        .flatMap(left -> amount(operands.get(1)).map(right -> new Amount(left.multiply(right))))
                : Optional.empty();
    }

    private static Optional<Constant> sum(List<RexNode> operands, int sign) {
        if (operands.size() != 2) {
            return Optional.empty();
        }
        RexNode right = operands.get(1);
        if (right instanceof RexLiteral interval && SqlTypeName.INTERVAL_TYPES.contains(interval.getTypeName())) {
            return of(operands.get(0)).flatMap(from -> moved(from, interval, sign));
        }
        if (!isExact(operands.get(0).getType()) || !isExact(right.getType())) {
            return Optional.empty();
        }
        return amount(operands.get(0))
                .flatMap(left ->
                        amount(right).map(other -> new Amount(left.add(other.multiply(BigDecimal.valueOf(sign))))));
    }

    private static Optional<Constant> moved(Constant from, RexLiteral interval, int sign) {
        BigDecimal amount = interval.getValueAs(BigDecimal.class);
        if (amount == null || !(from instanceof LocalTime(BigDecimal nanos))) {
            return Optional.empty();
        }
        BigDecimal steps = amount.multiply(BigDecimal.valueOf(sign));
        return interval.getTypeName().getFamily() == SqlTypeFamily.INTERVAL_YEAR_MONTH
                ? Optional.of(new LocalTime(Moments.plusMonths(nanos, steps.longValueExact())))
                : Optional.of(new LocalTime(nanos.add(steps.multiply(NANOS_PER_MILLI))));
    }

    private static Optional<Constant> cast(Constant value, RelDataType type) {
        return switch (value) {
            case Constant.Null nothing -> Optional.of(nothing);
            case Amount(BigDecimal amount) -> castAmount(amount, type);
            case Text(String text) -> castText(text, type);
            case LocalTime(BigDecimal nanos) -> castLocal(nanos, type);
            case Instant instant
            when type.getSqlTypeName() == SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE -> Optional.of(instant);
            case Constant.Truth truth when type.getSqlTypeName() == SqlTypeName.BOOLEAN -> Optional.of(truth);
            default -> Optional.empty();
        };
    }

    private static Optional<Constant> castAmount(BigDecimal amount, RelDataType type) {
        return switch (type.getSqlTypeName()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT, DECIMAL -> {
                int scale = type.getSqlTypeName() == SqlTypeName.DECIMAL ? type.getScale() : 0;
                boolean same = amount.setScale(scale, RoundingMode.FLOOR).compareTo(amount) == 0;
                yield same ? Optional.of(new Amount(amount)) : Optional.empty();
            }
            case FLOAT, DOUBLE -> Optional.of(new Amount(amount));
            case REAL -> Optional.of(new Amount(new BigDecimal(amount.floatValue())));
            default -> Optional.empty();
        };
    }

    private static Optional<Constant> castText(String text, RelDataType type) {
        try {
            return switch (type.getSqlTypeName()) {
                case VARCHAR ->
                    Optional.of(new Text(text))
                            .filter(_ -> Texts.fit(text, type))
                            .map(Constant.class::cast);
                case DATE -> Optional.of(local(java.time.LocalDate.parse(text.strip()) + "T00:00:00"));
                case TIMESTAMP -> Optional.of(local(iso(text.strip())));
                default -> Optional.empty();
            };
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Constant> castLocal(BigDecimal nanos, RelDataType type) {
        BigDecimal step = switch (type.getSqlTypeName()) {
            case DATE -> Moments.NANOS_PER_DAY;
            case TIMESTAMP -> BigDecimal.TEN.pow(9 - type.getPrecision());
            default -> BigDecimal.ZERO;
        };
        boolean same = step.signum() > 0 && nanos.remainder(step).signum() == 0;
        return same ? Optional.of(new LocalTime(nanos)) : Optional.empty();
    }

    private static Optional<BigDecimal> amount(RexNode node) {
        return of(node).orElse(new Constant.Null()) instanceof Amount(BigDecimal value)
                ? Optional.of(value)
                : Optional.empty();
    }

    private static boolean isExact(RelDataType type) {
        return SqlTypeName.EXACT_TYPES.contains(type.getSqlTypeName());
    }

    private static LocalTime local(String iso) {
        return new LocalTime(Moments.nanos(LocalDateTime.parse(iso)));
    }

    private static String iso(String text) {
        return text.length() == "2026-01-31".length() ? text + "T00:00:00" : text.replace(' ', 'T');
    }
}
