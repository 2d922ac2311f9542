package io.sqe.substrait.translation;

import io.sqe.planner.function.ResolvedFunction;
import io.substrait.proto.AggregateFunction.AggregationInvocation;
import io.substrait.proto.AggregationPhase;
import io.substrait.proto.Expression;
import io.substrait.proto.Expression.WindowFunction;
import io.substrait.proto.Expression.WindowFunction.BoundsType;
import io.substrait.proto.FunctionOption;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexFieldCollation;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexWindow;
import org.apache.calcite.rex.RexWindowExclusion;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Translates window functions with everything their frames say. */
final class WindowToSubstrait {
    private final Translation translation;

    WindowToSubstrait(Translation translation) {
        this.translation = translation;
    }

    Expression translate(RexOver over) {
        return over.getAggOperator().getKind() == SqlKind.SUM0
                ? orZero(over)
                : Expression.newBuilder()
                        .setWindowFunction(function(over, over.getAggOperator()))
                        .build();
    }

    /** The sum, as zero where it is of nothing. */
    private Expression orZero(RexOver over) {
        Expression sum = Expression.newBuilder()
                .setWindowFunction(function(over, SqlStdOperatorTable.SUM))
                .build();
        Expression zero = translation.literals().translate(BigDecimal.ZERO, over.getType());
        return translation
                .functions()
                .callTranslated(
                        SqlStdOperatorTable.COALESCE,
                        List.of(sum, zero),
                        List.of(over.getType(), over.getType()),
                        over.getType());
    }

    private WindowFunction function(RexOver over, SqlAggFunction operator) {
        FunctionCalls functions = translation.functions();
        ResolvedFunction function = functions.resolve(operator, FunctionCalls.types(over.getOperands()));
        RexWindow window = over.getWindow();
        WindowFunction.Builder out = WindowFunction.newBuilder()
                .setFunctionReference(functions.anchor(function))
                .addAllArguments(functions.arguments(function, over.getOperands()))
                .setOutputType(translation.types().nullable(over.getType()))
                .setPhase(AggregationPhase.AGGREGATION_PHASE_INITIAL_TO_RESULT)
                .setInvocation(invocation(over))
                .setBoundsType(window.isRows() ? BoundsType.BOUNDS_TYPE_ROWS : BoundsType.BOUNDS_TYPE_RANGE);
        for (RexNode key : window.partitionKeys) {
            out.addPartitions(translation.expression(key));
        }
        for (RexFieldCollation key : window.orderKeys) {
            out.addSorts(SortFields.of(translation.expression(key.left), key.getDirection(), key.getNullDirection()));
        }
        WindowBounds bounds = new WindowBounds(window);
        return out.setLowerBound(bounds.lower())
                .setUpperBound(bounds.upper())
                .addAllOptions(bounds.options())
                .addAllOptions(options(over))
                .build();
    }

    private static AggregationInvocation invocation(RexOver over) {
        return over.isDistinct()
                ? AggregationInvocation.AGGREGATION_INVOCATION_DISTINCT
                : AggregationInvocation.AGGREGATION_INVOCATION_ALL;
    }

    private static List<FunctionOption> options(RexOver over) {
        List<FunctionOption> options = new ArrayList<>();
        if (over.ignoreNulls()) {
            options.add(Options.IGNORE_NULLS);
        }
        RexWindowExclusion exclusion = over.getWindow().getExclude();
        if (exclusion != RexWindowExclusion.EXCLUDE_NO_OTHER) {
            options.add(Options.of(
                    "frame_exclusion",
                    switch (exclusion) {
                        case EXCLUDE_CURRENT_ROW -> "CURRENT_ROW";
                        case EXCLUDE_GROUP -> "GROUP";
                        case EXCLUDE_TIES -> "TIES";
                        case EXCLUDE_NO_OTHER -> "";
                    }));
        }
        return options;
    }
}
