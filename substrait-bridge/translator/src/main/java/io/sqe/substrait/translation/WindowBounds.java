package io.sqe.substrait.translation;

import io.substrait.proto.Expression.WindowFunction.Bound;
import io.substrait.proto.FunctionOption;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexWindow;
import org.apache.calcite.rex.RexWindowBound;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** Translates the two ends of a window's frame. */
final class WindowBounds {
    private static final BigDecimal MICROS_PER_MILLI = BigDecimal.valueOf(1000);

    private final List<FunctionOption> options = new ArrayList<>();
    private final Bound lower;
    private final Bound upper;

    WindowBounds(RexWindow window) {
        lower = bound(window.getLowerBound(), "frame_lower_offset");
        upper = bound(window.getUpperBound(), "frame_upper_offset");
    }

    Bound lower() {
        return lower;
    }

    Bound upper() {
        return upper;
    }

    /** What Substrait's bounds cannot say. */
    List<FunctionOption> options() {
        return options;
    }

    private Bound bound(RexWindowBound bound, String option) {
        if (bound.isUnbounded()) {
            return Bound.newBuilder()
                    .setUnbounded(Bound.Unbounded.getDefaultInstance())
                    .build();
        }
        RexNode offset = bound.getOffset();
        if (bound.isCurrentRow() || offset == null) {
            return Bound.newBuilder()
                    .setCurrentRow(Bound.CurrentRow.getDefaultInstance())
                    .build();
        }
        long rows = offset(offset, option);
        Bound.Builder out = Bound.newBuilder();
        return bound.isPreceding()
                ? out.setPreceding(Bound.Preceding.newBuilder().setOffset(rows)).build()
                : out.setFollowing(Bound.Following.newBuilder().setOffset(rows)).build();
    }

    /** The distance as a whole number; where it is none, the option says it. */
    private long offset(RexNode offset, String option) {
        if (!(offset instanceof RexLiteral literal) || literal.isNull()) {
            throw new TranslationException.Unsupported("a window frame whose bound is no constant");
        }
        RelDataType type = literal.getType();
        BigDecimal value = literal.getValueAs(BigDecimal.class);
        if (value == null) {
            throw new TranslationException.Unsupported("a window frame whose bound is of type " + type);
        }
        if (SqlTypeName.YEAR_INTERVAL_TYPES.contains(type.getSqlTypeName())) {
            options.add(Options.of(option, "months:" + value.toBigIntegerExact()));
        } else if (SqlTypeUtil.isInterval(type)) {
            options.add(Options.of(
                    option, "microseconds:" + value.multiply(MICROS_PER_MILLI).toBigIntegerExact()));
        } else if (value.stripTrailingZeros().scale() > 0) {
            options.add(Options.of(option, "number:" + value.toPlainString()));
        } else {
            return value.longValueExact();
        }
        return 1;
    }
}
