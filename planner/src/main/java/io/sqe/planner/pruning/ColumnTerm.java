package io.sqe.planner.pruning;

import io.sqe.catalog.Column;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;

/** A column, or what of its time an expression looks at. Casts that keep values and their order are seen through. */
record ColumnTerm(Column column, Part part) {
    private static final int DOUBLE_DIGITS = 15;

    static Optional<ColumnTerm> of(RexNode node, List<Column> columns) {
        return switch (node) {
            case RexInputRef reference -> Optional.of(new ColumnTerm(columns.get(reference.getIndex()), Part.WHOLE));
            case RexCall call when call.getKind() == SqlKind.CAST -> ofCast(call, columns);
            case RexCall call when isYear(call) -> plain(call.getOperands().getLast(), columns, Part.YEAR);
            default -> Optional.empty();
        };
    }

    private static Optional<ColumnTerm> ofCast(RexCall cast, List<Column> columns) {
        RexNode operand = cast.getOperands().getFirst();
        if (keepsValues(operand.getType(), cast.getType())) {
            return of(operand, columns);
        }
        boolean toDay = operand.getType().getSqlTypeName() == SqlTypeName.TIMESTAMP
                && cast.getType().getSqlTypeName() == SqlTypeName.DATE;
        return toDay ? plain(operand, columns, Part.DAY) : Optional.empty();
    }

    private static Optional<ColumnTerm> plain(RexNode node, List<Column> columns, Part part) {
        boolean local = node.getType().getSqlTypeName() == SqlTypeName.TIMESTAMP
                || node.getType().getSqlTypeName() == SqlTypeName.DATE;
        return local && node instanceof RexInputRef reference
                ? Optional.of(new ColumnTerm(columns.get(reference.getIndex()), part))
                : Optional.empty();
    }

    private static boolean isYear(RexCall call) {
        boolean extract = call.getKind() == SqlKind.EXTRACT
                && call.getOperands().getFirst() instanceof RexLiteral unit
                && unit.getValue() == TimeUnitRange.YEAR;
        return extract
                || (call.getOperands().size() == 1
                        && call.getOperator().getName().equalsIgnoreCase("year"));
    }

    private static boolean keepsValues(RelDataType from, RelDataType to) {
        SqlTypeName source = from.getSqlTypeName();
        return switch (to.getSqlTypeName()) {
            case SMALLINT, INTEGER, BIGINT -> SqlTypeName.INT_TYPES.contains(source) && digits(from) <= digits(to);
            case DECIMAL ->
                SqlTypeName.EXACT_TYPES.contains(source) && digits(from) <= digits(to) && scale(from) <= scale(to);
            case FLOAT, DOUBLE ->
                source == SqlTypeName.REAL
                        || source == SqlTypeName.DOUBLE
                        || (SqlTypeName.EXACT_TYPES.contains(source) && digits(from) + scale(from) <= DOUBLE_DIGITS);
            case TIMESTAMP ->
                source == SqlTypeName.DATE
                        || (source == SqlTypeName.TIMESTAMP && from.getPrecision() <= to.getPrecision());
            case VARCHAR -> source == SqlTypeName.VARCHAR && Texts.isUnbounded(to);
            default -> source == to.getSqlTypeName() && from.getPrecision() == to.getPrecision();
        };
    }

    /** Digits before the decimal point. */
    private static int digits(RelDataType type) {
        return switch (type.getSqlTypeName()) {
            case TINYINT -> 3;
            case SMALLINT -> 5;
            case INTEGER -> 10;
            case BIGINT -> 19;
            default -> type.getPrecision() - type.getScale();
        };
    }

    private static int scale(RelDataType type) {
        return type.getSqlTypeName() == SqlTypeName.DECIMAL ? type.getScale() : 0;
    }

    /** What of a column's value an expression looks at. */
    enum Part {
        WHOLE,
        DAY,
        YEAR;

        /** When the part begins that a constant names; empty if it names none exactly. */
        Optional<BigDecimal> start(Constant constant) {
            return switch (this) {
                case WHOLE -> Optional.empty();
                case DAY ->
                    constant instanceof Constant.LocalTime(BigDecimal nanos)
                                    && nanos.remainder(Moments.NANOS_PER_DAY).signum() == 0
                            ? Optional.of(nanos)
                            : Optional.empty();
                case YEAR ->
                    constant instanceof Constant.Amount(BigDecimal year) && isYear(year)
                            ? Optional.of(Moments.nanos(LocalDate.of(year.intValueExact(), 1, 1)))
                            : Optional.empty();
            };
        }

        /** When the next part begins. */
        BigDecimal next(BigDecimal start) {
            return this == YEAR ? Moments.plusMonths(start, 12) : start.add(Moments.NANOS_PER_DAY);
        }

        private static boolean isYear(BigDecimal amount) {
            return amount.stripTrailingZeros().scale() <= 0
                    && amount.compareTo(BigDecimal.ONE) >= 0
                    && amount.compareTo(BigDecimal.valueOf(9_999)) <= 0
                    && amount.intValueExact() <= Year.MAX_VALUE;
        }
    }
}
