package io.sqe.substrait.reading;

import com.google.common.collect.ImmutableList;
import io.sqe.function.SubstraitName;
import io.substrait.proto.Expression.WindowFunction;
import io.substrait.proto.Expression.WindowFunction.Bound;
import io.substrait.proto.Expression.WindowFunction.BoundsType;
import io.substrait.proto.SortField;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rex.RexFieldCollation;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexWindowBound;
import org.apache.calcite.rex.RexWindowBounds;
import org.apache.calcite.rex.RexWindowExclusion;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlKind;

/** Reads window functions with their frames. */
final class WindowToRex {
    private final Reading reading;

    WindowToRex(Reading reading) {
        this.reading = reading;
    }

    RexNode read(WindowFunction call) {
        SubstraitName name = reading.called().name(call.getFunctionReference());
        FunctionToRex.requireKept(call.getOptionsList(), name);
        SqlAggFunction function = Aggregations.function(name);
        Aggregations.requireWhole(call.getPhase());
        List<RexNode> arguments = reading.functions().arguments(call.getArgumentsList(), name);
        reading.functions().requireFitting(function, arguments);
        return reading.rex()
                .makeOver(
                        reading.rex().deriveReturnType(function, arguments),
                        function,
                        arguments,
                        call.getPartitionsList().stream()
                                .map(reading::expression)
                                .toList(),
                        order(call.getSortsList()),
                        bound(call.getLowerBound(), RexWindowBounds.UNBOUNDED_PRECEDING),
                        bound(call.getUpperBound(), RexWindowBounds.UNBOUNDED_FOLLOWING),
                        RexWindowExclusion.EXCLUDE_NO_OTHER,
                        isOfRows(call),
                        true,
                        false,
                        Aggregations.isDistinct(call.getInvocation()),
                        false);
    }

    private static boolean isOfRows(WindowFunction call) {
        return switch (call.getBoundsType()) {
            case BOUNDS_TYPE_ROWS -> true;
            case BOUNDS_TYPE_RANGE, BOUNDS_TYPE_UNSPECIFIED -> false;
            case UNRECOGNIZED -> throw Refusals.unsupported("a window frame of kind " + BoundsType.UNRECOGNIZED);
        };
    }

    private ImmutableList<RexFieldCollation> order(List<SortField> fields) {
        return fields.stream()
                .map(field -> {
                    RelFieldCollation as = SortOrder.of(field, 0);
                    Set<SqlKind> how = new HashSet<>();
                    if (as.getDirection().isDescending()) {
                        how.add(SqlKind.DESCENDING);
                    }
                    how.add(
                            as.nullDirection == RelFieldCollation.NullDirection.FIRST
                                    ? SqlKind.NULLS_FIRST
                                    : SqlKind.NULLS_LAST);
                    return new RexFieldCollation(reading.expression(field.getExpr()), how);
                })
                .collect(ImmutableList.toImmutableList());
    }

    private RexWindowBound bound(Bound bound, RexWindowBound unbounded) {
        return switch (bound.getKindCase()) {
            case CURRENT_ROW -> RexWindowBounds.CURRENT_ROW;
            case PRECEDING ->
                RexWindowBounds.preceding(rows(bound.getPreceding().getOffset()));
            case FOLLOWING ->
                RexWindowBounds.following(rows(bound.getFollowing().getOffset()));
            case UNBOUNDED, KIND_NOT_SET -> unbounded;
        };
    }

    private RexNode rows(long offset) {
        if (offset < 0) {
            throw Refusals.malformed("a window frame reaches %d rows".formatted(offset));
        }
        return reading.rex().makeExactLiteral(BigDecimal.valueOf(offset));
    }
}
