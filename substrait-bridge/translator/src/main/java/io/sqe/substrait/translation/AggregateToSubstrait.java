package io.sqe.substrait.translation;

import io.sqe.planner.function.ResolvedFunction;
import io.substrait.proto.AggregateFunction;
import io.substrait.proto.AggregateFunction.AggregationInvocation;
import io.substrait.proto.AggregateRel;
import io.substrait.proto.AggregationPhase;
import io.substrait.proto.Expression;
import io.substrait.proto.FunctionArgument;
import io.substrait.proto.Rel;
import io.substrait.proto.RelCommon;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.util.ImmutableBitSet;

/** Translates aggregations. Every property of a call is translated or refused. */
final class AggregateToSubstrait {
    private final Translation translation;

    AggregateToSubstrait(Translation translation) {
        this.translation = translation;
    }

    Rel translate(Aggregate aggregate) {
        AggregateRel.Builder out = AggregateRel.newBuilder().setInput(translation.relation(aggregate.getInput()));
        List<Integer> keys = aggregate.getGroupSet().asList();
        keys.forEach(key -> out.addGroupingExpressions(References.column(key)));
        for (ImmutableBitSet set : aggregate.getGroupSets()) {
            AggregateRel.Grouping.Builder grouping = AggregateRel.Grouping.newBuilder();
            set.forEach(key -> grouping.addExpressionReferences(keys.indexOf(key)));
            out.addGroupings(grouping);
        }
        for (AggregateCall call : aggregate.getAggCallList()) {
            out.addMeasures(measure(call, aggregate));
        }
        if (aggregate.getGroupSets().size() > 1) {
            out.setCommon(withoutGroupingSetNumber(
                    keys.size() + aggregate.getAggCallList().size()));
        }
        return Rel.newBuilder().setAggregate(out).build();
    }

    /** With several grouping sets Substrait adds a column, the set's number, which SQL does not have. */
    private static RelCommon withoutGroupingSetNumber(int columns) {
        RelCommon.Emit.Builder emit = RelCommon.Emit.newBuilder();
        for (int i = 0; i < columns; i++) {
            emit.addOutputMapping(i);
        }
        return RelCommon.newBuilder().setEmit(emit).build();
    }

    private AggregateRel.Measure measure(AggregateCall call, Aggregate aggregate) {
        refuseWhatIsNotTranslated(call);
        AggregateRel.Measure.Builder measure =
                AggregateRel.Measure.newBuilder().setMeasure(function(call, aggregate.getInput()));
        if (call.hasFilter()) {
            measure.setFilter(References.column(call.filterArg));
        }
        return measure.build();
    }

    private static void refuseWhatIsNotTranslated(AggregateCall call) {
        if (call.distinctKeys != null) {
            throw new TranslationException.Unsupported("WITHIN DISTINCT");
        }
        if (!call.rexList.isEmpty()) {
            throw new TranslationException.Unsupported(
                    "an argument of " + call.getAggregation().getName() + " that is no column");
        }
        if (call.getAggregation().getKind() == SqlKind.GROUP_ID) {
            throw new TranslationException.Unsupported("GROUP_ID()");
        }
    }

    private AggregateFunction function(AggregateCall call, RelNode input) {
        List<RexNode> operands = operands(call, input);
        boolean isCountOfMany = call.getAggregation().getKind() == SqlKind.COUNT && operands.size() > 1;
        List<FunctionArgument> arguments;
        ResolvedFunction function;
        if (isCountOfMany) {
            function = resolve(call, operands.subList(0, 1));
            arguments = List.of(FunctionArgument.newBuilder()
                    .setValue(rowWithoutNulls(operands))
                    .build());
        } else {
            function = resolve(call, operands);
            arguments = translation.functions().arguments(function, operands);
        }
        AggregateFunction.Builder out = AggregateFunction.newBuilder()
                .setFunctionReference(translation.functions().anchor(function))
                .addAllArguments(arguments)
                .addAllSorts(SortFields.of(call.getCollation()))
                .setOutputType(translation.type(call.getType()))
                .setPhase(AggregationPhase.AGGREGATION_PHASE_INITIAL_TO_RESULT)
                .setInvocation(invocation(call));
        if (call.ignoreNulls()) {
            out.addOptions(Options.IGNORE_NULLS);
        }
        return out.build();
    }

    private ResolvedFunction resolve(AggregateCall call, List<RexNode> operands) {
        SqlAggFunction operator = call.getAggregation();
        List<RelDataType> types = FunctionCalls.types(operands);
        if (call.isApproximate() && call.isDistinct() && operator.getKind() == SqlKind.COUNT) {
            return translation.functions().resolve("approx_distinct", types);
        }
        if (operator.getKind() == SqlKind.SUM0) {
            return translation.functions().resolve("sum0", types);
        }
        return translation.functions().resolve(operator, types);
    }

    private static AggregationInvocation invocation(AggregateCall call) {
        boolean isApproximateCount = call.isApproximate() && call.isDistinct();
        return call.isDistinct() && !isApproximateCount
                ? AggregationInvocation.AGGREGATION_INVOCATION_DISTINCT
                : AggregationInvocation.AGGREGATION_INVOCATION_ALL;
    }

    /** The arguments; constants, which an engine may insist on, as such and not as columns of a projection below. */
    private static List<RexNode> operands(AggregateCall call, RelNode input) {
        List<RexNode> operands = new ArrayList<>(call.getArgList().size());
        for (int column : call.getArgList()) {
            RexNode projected =
                    input instanceof Project project ? project.getProjects().get(column) : null;
            operands.add(projected instanceof RexLiteral ? projected : RexInputRef.of(column, input.getRowType()));
        }
        return operands;
    }

    /** {@code COUNT(DISTINCT a, b)} counts rows in which no value is null. */
    private Expression rowWithoutNulls(List<RexNode> operands) {
        FunctionCalls functions = translation.functions();
        RelDataType truth = translation.booleanType();
        List<Expression> tests = operands.stream()
                .map(operand -> functions.call(SqlStdOperatorTable.IS_NULL, List.of(operand), truth))
                .toList();
        Expression anyNull = functions.callTranslated(
                SqlStdOperatorTable.OR,
                tests,
                operands.stream().map(operand -> truth).toList(),
                truth);
        RelDataType row = translation.rowType(FunctionCalls.types(operands));
        Expression values = NestedValues.struct(
                operands.stream().map(translation::expression).toList());
        return Expression.newBuilder()
                .setIfThen(Expression.IfThen.newBuilder()
                        .addIfs(Expression.IfThen.IfClause.newBuilder()
                                .setIf(anyNull)
                                .setThen(translation.literals().translate(null, row)))
                        .setElse(values))
                .build();
    }
}
