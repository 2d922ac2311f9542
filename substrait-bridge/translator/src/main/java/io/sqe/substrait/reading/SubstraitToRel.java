package io.sqe.substrait.reading;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.sqe.substrait.reading.OuterRows.Seen;
import io.substrait.proto.CrossRel;
import io.substrait.proto.Expression;
import io.substrait.proto.FetchRel;
import io.substrait.proto.FilterRel;
import io.substrait.proto.JoinRel;
import io.substrait.proto.ProjectRel;
import io.substrait.proto.Rel;
import io.substrait.proto.RelCommon;
import io.substrait.proto.SetRel;
import io.substrait.proto.SortRel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalIntersect;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalMinus;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Reads relations. What it does not know it refuses; what it does, it builds anew. */
final class SubstraitToRel {
    private static final long ALL_ROWS = -1;

    private final Reading reading;
    private final ReadToRel reads;
    private final AggregateToRel aggregates;

    SubstraitToRel(Reading reading) {
        this.reading = reading;
        reads = new ReadToRel(reading);
        aggregates = new AggregateToRel(reading);
    }

    RelNode read(Rel rel) {
        return switch (rel.getRelTypeCase()) {
            case READ -> emit(rel.getRead().getCommon(), reads.read(rel.getRead()));
            case FILTER -> emit(rel.getFilter().getCommon(), filter(rel.getFilter()));
            case PROJECT -> project(rel.getProject());
            case JOIN -> emit(rel.getJoin().getCommon(), join(rel.getJoin()));
            case CROSS -> emit(rel.getCross().getCommon(), cross(rel.getCross()));
            case AGGREGATE -> aggregates.read(rel.getAggregate());
            case SORT -> emit(rel.getSort().getCommon(), sort(rel.getSort()));
            case FETCH -> emit(rel.getFetch().getCommon(), fetch(rel.getFetch()));
            case SET -> emit(rel.getSet().getCommon(), set(rel.getSet()));
            case WRITE, DDL, UPDATE -> throw Refusals.unsupported("writing: it is SQL that changes tables, and it");
            case EXTENSION_SINGLE,
                    EXTENSION_MULTI,
                    EXTENSION_LEAF,
                    REFERENCE,
                    HASH_JOIN,
                    MERGE_JOIN,
                    NESTED_LOOP_JOIN,
                    WINDOW,
                    EXCHANGE,
                    EXPAND -> throw Refusals.unsupported("a relation of kind " + rel.getRelTypeCase());
            case RELTYPE_NOT_SET -> throw Refusals.malformed("a relation is empty");
        };
    }

    /** The columns that a relation says it hands on, in its order. */
    private RelNode emit(RelCommon common, RelNode node) {
        if (!common.hasEmit()) {
            return reading.tables().counted(node);
        }
        List<RexNode> columns = new ArrayList<>();
        for (int column : common.getEmit().getOutputMappingList()) {
            columns.add(RexInputRef.of(checked(column, node.getRowType().getFieldCount()), node.getRowType()));
        }
        return projected(node, columns, ImmutableSet.of());
    }

    static int checked(int column, int columns) {
        if (column < 0 || column >= columns) {
            throw Refusals.malformed("a relation of %d columns hands on number %d".formatted(columns, column));
        }
        return column;
    }

    private RelNode projected(
            RelNode input, List<RexNode> columns, ImmutableSet<org.apache.calcite.rel.core.CorrelationId> variables) {
        if (columns.isEmpty()) {
            throw Refusals.unsupported("a relation without columns");
        }
        RelNode project =
                LogicalProject.create(input, List.of(), columns, (@Nullable List<? extends String>) null, variables);
        return reading.tables().counted(project);
    }

    private RelNode filter(FilterRel filter) {
        return filtered(read(filter.getInput()), filter.getCondition());
    }

    private RelNode filtered(RelNode input, Expression expression) {
        Seen<RexNode> condition = reading.rows().seeing(input.getRowType(), () -> reading.condition(expression));
        return LogicalFilter.create(input, condition.read(), condition.variables());
    }

    /** The input's columns with the computed ones after them, of which the relation hands on some. */
    private RelNode project(ProjectRel project) {
        RelNode input = read(project.getInput());
        RelDataType row = input.getRowType();
        Seen<List<RexNode>> computed = reading.rows()
                .seeing(
                        row,
                        () -> project.getExpressionsList().stream()
                                .map(reading::expression)
                                .toList());
        int before = row.getFieldCount();
        List<RexNode> columns = new ArrayList<>();
        if (project.getCommon().hasEmit()) {
            int all = before + computed.read().size();
            for (int column : project.getCommon().getEmit().getOutputMappingList()) {
                checked(column, all);
                columns.add(
                        column < before
                                ? RexInputRef.of(column, row)
                                : computed.read().get(column - before));
            }
        } else {
            row.getFieldList().forEach(field -> columns.add(RexInputRef.of(field.getIndex(), row)));
            columns.addAll(computed.read());
        }
        return projected(input, columns, computed.variables());
    }

    private RelNode cross(CrossRel cross) {
        return LogicalJoin.create(
                read(cross.getLeft()),
                read(cross.getRight()),
                List.of(),
                reading.rex().makeLiteral(true),
                ImmutableSet.of(),
                JoinRelType.INNER);
    }

    private RelNode join(JoinRel join) {
        RelNode left = read(join.getLeft());
        RelNode right = read(join.getRight());
        RelDataType both = reading.typeFactory()
                .builder()
                .addAll(left.getRowType().getFieldList())
                .addAll(right.getRowType().getFieldList())
                .build();
        Seen<RexNode> condition = reading.rows()
                .seeing(
                        both,
                        () -> join.hasExpression()
                                ? reading.condition(join.getExpression())
                                : reading.rex().makeLiteral(true));
        RelNode joined = LogicalJoin.create(
                left, right, List.of(), condition.read(), condition.variables(), type(join.getType()));
        return join.hasPostJoinFilter() ? filtered(joined, join.getPostJoinFilter()) : joined;
    }

    private static JoinRelType type(JoinRel.JoinType type) {
        return switch (type) {
            case JOIN_TYPE_INNER -> JoinRelType.INNER;
            case JOIN_TYPE_OUTER -> JoinRelType.FULL;
            case JOIN_TYPE_LEFT -> JoinRelType.LEFT;
            case JOIN_TYPE_RIGHT -> JoinRelType.RIGHT;
            case JOIN_TYPE_LEFT_SEMI -> JoinRelType.SEMI;
            case JOIN_TYPE_LEFT_ANTI -> JoinRelType.ANTI;
            case JOIN_TYPE_LEFT_SINGLE,
                    JOIN_TYPE_RIGHT_SEMI,
                    JOIN_TYPE_RIGHT_ANTI,
                    JOIN_TYPE_RIGHT_SINGLE,
                    JOIN_TYPE_LEFT_MARK,
                    JOIN_TYPE_RIGHT_MARK,
                    JOIN_TYPE_UNSPECIFIED,
                    UNRECOGNIZED -> throw Refusals.unsupported("a join of kind " + type);
        };
    }

    /** What is no column is computed for the sort and left away after it. */
    private RelNode sort(SortRel sort) {
        RelNode input = read(sort.getInput());
        RelDataType row = input.getRowType();
        Seen<List<RexNode>> keys = reading.rows()
                .seeing(
                        row,
                        () -> sort.getSortsList().stream()
                                .map(field -> reading.expression(field.getExpr()))
                                .toList());
        List<RexNode> columns = new ArrayList<>();
        row.getFieldList().forEach(field -> columns.add(RexInputRef.of(field.getIndex(), row)));
        List<RelFieldCollation> order = new ArrayList<>();
        for (int i = 0; i < keys.read().size(); i++) {
            RexNode key = keys.read().get(i);
            int column = key instanceof RexInputRef reference ? reference.getIndex() : columns.size();
            if (column == columns.size()) {
                columns.add(key);
            }
            order.add(SortOrder.of(sort.getSorts(i), column));
        }
        RelNode wide = columns.size() == row.getFieldCount() ? input : projected(input, columns, keys.variables());
        RelNode sorted = LogicalSort.create(wide, RelCollations.of(order), null, null);
        return columns.size() == row.getFieldCount()
                ? sorted
                : projected(sorted, List.copyOf(columns.subList(0, row.getFieldCount())), ImmutableSet.of());
    }

    @SuppressWarnings("deprecation") // Producers of older versions say it so.
    private RelNode fetch(FetchRel fetch) {
        RelNode input = read(fetch.getInput());
        long offset = fetch.hasOffsetExpr() ? rows(fetch.getOffsetExpr()) : fetch.getOffset();
        long count = switch (fetch.getCountModeCase()) {
            case COUNT -> fetch.getCount();
            case COUNT_EXPR -> rows(fetch.getCountExpr());
            case COUNTMODE_NOT_SET -> ALL_ROWS;
        };
        if (offset < 0 || count < ALL_ROWS) {
            throw Refusals.malformed("it fetches %d rows from %d on".formatted(count, offset));
        }
        return LogicalSort.create(
                input,
                RelCollations.EMPTY,
                offset == 0 ? null : number(offset),
                count == ALL_ROWS ? null : number(count));
    }

    private static long rows(Expression expression) {
        return switch (expression.getLiteral().getLiteralTypeCase()) {
            case I64 -> expression.getLiteral().getI64();
            case I32 -> expression.getLiteral().getI32();
            default -> throw Refusals.unsupported("a number of rows that is no constant");
        };
    }

    private RexNode number(long rows) {
        return reading.rex().makeExactLiteral(BigDecimal.valueOf(rows));
    }

    private RelNode set(SetRel set) {
        List<RelNode> inputs = ImmutableList.copyOf(
                set.getInputsList().stream().map(this::read).toList());
        List<RelDataType> rows = inputs.stream().map(RelNode::getRowType).toList();
        if (inputs.size() < 2 || reading.typeFactory().leastRestrictive(rows) == null) {
            throw Refusals.mismatch("the rows of a set operation are of types " + rows);
        }
        return switch (set.getOp()) {
            case SET_OP_UNION_ALL -> LogicalUnion.create(inputs, true);
            case SET_OP_UNION_DISTINCT -> LogicalUnion.create(inputs, false);
            case SET_OP_INTERSECTION_MULTISET -> LogicalIntersect.create(inputs, false);
            case SET_OP_INTERSECTION_MULTISET_ALL -> LogicalIntersect.create(inputs, true);
            case SET_OP_MINUS_PRIMARY -> LogicalMinus.create(inputs, false);
            case SET_OP_MINUS_PRIMARY_ALL -> LogicalMinus.create(inputs, true);
            case SET_OP_MINUS_MULTISET, SET_OP_INTERSECTION_PRIMARY, SET_OP_UNSPECIFIED, UNRECOGNIZED ->
                throw Refusals.unsupported("the set operation " + set.getOp());
        };
    }
}
