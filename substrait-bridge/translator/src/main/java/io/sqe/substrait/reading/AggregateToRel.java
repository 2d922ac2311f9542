package io.sqe.substrait.reading;

import io.sqe.function.SubstraitName;
import io.sqe.substrait.reading.OuterRows.Seen;
import io.substrait.proto.AggregateFunction;
import io.substrait.proto.AggregateRel;
import io.substrait.proto.AggregateRel.Grouping;
import io.substrait.proto.AggregateRel.Measure;
import io.substrait.proto.Expression;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads aggregations.
 * <pre>
 *   Aggregate(expressions)        Project(columns handed on)
 *     x                       =>    Aggregate(columns)
 *                                     Project(grouping expressions, arguments, filters)
 *                                       x
 * </pre>
 */
final class AggregateToRel {
    private static final int NO_FILTER = -1;

    private final Reading reading;

    AggregateToRel(Reading reading) {
        this.reading = reading;
    }

    RelNode read(AggregateRel aggregate) {
        RelNode input = reading.relation(aggregate.getInput());
        Keys keys = Keys.of(aggregate);
        var columns = new Columns();
        Seen<List<Call>> calls = reading.rows().seeing(input.getRowType(), () -> {
            keys.expressions().forEach(key -> columns.addKey(reading.expression(key)));
            return aggregate.getMeasuresList().stream()
                    .map(measure -> call(measure, columns))
                    .toList();
        });
        if (columns.all.isEmpty()) {
            // Calcite has no rows without columns; that of a count of rows is any.
            columns.add(reading.rex().makeLiteral(true));
        }
        RelNode project = LogicalProject.create(
                input, List.of(), columns.all, (@Nullable List<? extends String>) null, calls.variables());
        boolean hasEmptyGroup = keys.sets().stream().anyMatch(ImmutableBitSet::isEmpty);
        RelNode grouped = LogicalAggregate.create(
                reading.tables().counted(project),
                List.of(),
                ImmutableBitSet.range(keys.expressions().size()),
                keys.sets(),
                calls.read().stream()
                        .map(call -> call.over(project, hasEmptyGroup))
                        .toList());
        return handedOn(
                aggregate, reading.tables().counted(grouped), keys.sets().size() > 1);
    }

    /** Several grouping sets have a last column, the set's number, which is not known here and may only be left away. */
    private RelNode handedOn(AggregateRel aggregate, RelNode grouped, boolean hasSetNumber) {
        RelDataType row = grouped.getRowType();
        if (!aggregate.getCommon().hasEmit()) {
            if (hasSetNumber) {
                throw Refusals.unsupported("the number of a grouping set");
            }
            return grouped;
        }
        List<RexNode> columns = new ArrayList<>();
        for (int column : aggregate.getCommon().getEmit().getOutputMappingList()) {
            if (hasSetNumber && column == row.getFieldCount()) {
                throw Refusals.unsupported("the number of a grouping set");
            }
            columns.add(RexInputRef.of(SubstraitToRel.checked(column, row.getFieldCount()), row));
        }
        if (columns.isEmpty()) {
            throw Refusals.unsupported("a relation without columns");
        }
        return reading.tables()
                .counted(LogicalProject.create(
                        grouped, List.of(), columns, (@Nullable List<? extends String>) null, java.util.Set.of()));
    }

    private Call call(Measure measure, Columns columns) {
        AggregateFunction function = measure.getMeasure();
        SubstraitName name = reading.called().name(function.getFunctionReference());
        FunctionToRex.requireKept(function.getOptionsList(), name);
        Aggregations.requireWhole(function.getPhase());
        SqlAggFunction operator = Aggregations.function(name);
        List<RexNode> arguments = reading.functions().arguments(function.getArgumentsList(), name);
        reading.functions().requireFitting(operator, arguments);
        List<Integer> places = arguments.stream().map(columns::add).toList();
        int filter = measure.hasFilter() ? columns.add(filter(measure.getFilter())) : NO_FILTER;
        List<RelFieldCollation> order = function.getSortsList().stream()
                .map(field -> SortOrder.of(field, columns.add(reading.expression(field.getExpr()))))
                .toList();
        boolean isDistinct = Aggregations.isDistinct(function.getInvocation());
        return new Call(operator, isDistinct, places, filter, RelCollations.of(order));
    }

    /** Unknown is not true. */
    private RexNode filter(Expression expression) {
        return reading.rex().makeCall(SqlStdOperatorTable.IS_TRUE, reading.condition(expression));
    }

    private record Call(
            SqlAggFunction function, boolean isDistinct, List<Integer> arguments, int filter, RelCollation order) {

        AggregateCall over(RelNode input, boolean hasEmptyGroup) {
            return AggregateCall.create(
                    function,
                    isDistinct,
                    false,
                    false,
                    List.of(),
                    arguments,
                    filter,
                    null,
                    order,
                    hasEmptyGroup,
                    input,
                    null,
                    null);
        }
    }

    /** What is computed before rows are grouped. */
    private static final class Columns {
        private final List<RexNode> all = new ArrayList<>();

        /** Keys keep their places, also if two are the same. */
        void addKey(RexNode key) {
            all.add(key);
        }

        int add(RexNode value) {
            int known = all.indexOf(value);
            if (known >= 0) {
                return known;
            }
            all.add(value);
            return all.size() - 1;
        }
    }

    /**
     * By what rows are grouped.
     *
     * @param expressions of all sets
     * @param sets of places among them, in Calcite's order
     */
    private record Keys(List<Expression> expressions, List<ImmutableBitSet> sets) {

        @SuppressWarnings("deprecation") // Producers of older versions say it so.
        static Keys of(AggregateRel aggregate) {
            List<Expression> expressions = new ArrayList<>(aggregate.getGroupingExpressionsList());
            List<ImmutableBitSet> sets = new ArrayList<>();
            for (Grouping grouping : aggregate.getGroupingsList()) {
                ImmutableBitSet.Builder set = ImmutableBitSet.builder();
                grouping.getExpressionReferencesList()
                        .forEach(key -> set.set(SubstraitToRel.checked(key, aggregate.getGroupingExpressionsCount())));
                grouping.getGroupingExpressionsList().forEach(key -> set.set(place(key, expressions)));
                sets.add(set.build());
            }
            if (sets.isEmpty()) {
                sets.add(ImmutableBitSet.range(expressions.size()));
            }
            List<ImmutableBitSet> ordered =
                    sets.stream().sorted(ImmutableBitSet.ORDERING).distinct().toList();
            if (ordered.size() < sets.size()) {
                throw Refusals.unsupported("the same grouping set twice");
            }
            return new Keys(expressions, ordered);
        }

        private static int place(Expression key, List<Expression> expressions) {
            int known = expressions.indexOf(key);
            if (known >= 0) {
                return known;
            }
            expressions.add(key);
            return expressions.size() - 1;
        }
    }
}
