package io.sqe.planner.binding;

import com.google.common.collect.ImmutableList;
import io.sqe.planner.statement.GroupsFrame;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexFieldCollation;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexWindow;
import org.apache.calcite.rex.RexWindowBounds;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Numbers the groups of peers that a GROUPS frame counts.
 * <pre>
 *                                              Project(sum(x) over (order by g range 1 preceding))
 *   Project(sum(x) over (order by              Project(*, dense_rank() over (order by a) as g)
 *           a groups 1 preceding))      =>       x
 *     x
 * </pre>
 */
final class PeerGroups extends RelHomogeneousShuttle {
    private final RexShuttle subQueries = new RexShuttle() {
        @Override
        public RexNode visitSubQuery(RexSubQuery subQuery) {
            var operands = (RexSubQuery) super.visitSubQuery(subQuery);
            return operands.clone(operands.rel.accept(PeerGroups.this));
        }
    };

    @Override
    public RelNode visit(RelNode node) {
        RelNode changed = super.visit(node).accept(subQueries);
        return changed instanceof Project project && project.containsOver() ? numbered(project) : changed;
    }

    private static RelNode numbered(Project project) {
        RelNode input = project.getInput();
        RexBuilder rex = project.getCluster().getRexBuilder();
        List<RexNode> columns = new ArrayList<>(rex.identityProjects(input.getRowType()));
        int inputColumns = columns.size();
        var numbering = new Numbering(rex, columns);
        List<RexNode> projects = project.getProjects().stream()
                .map(expression -> expression.accept(numbering))
                .toList();
        if (columns.size() == inputColumns) {
            return project;
        }
        List<String> names = new ArrayList<>(input.getRowType().getFieldNames());
        columns.subList(inputColumns, columns.size()).forEach(column -> names.add("group" + names.size()));
        RelNode below = LogicalProject.create(input, List.of(), columns, names, java.util.Set.of());
        return LogicalProject.create(
                below, List.of(), projects, project.getRowType().getFieldNames(), java.util.Set.of());
    }

    /** Replaces marked orders by references to numbers, which it adds to the columns below. */
    private static final class Numbering extends RexShuttle {
        private final RexBuilder rex;
        private final List<RexNode> columns;

        Numbering(RexBuilder rex, List<RexNode> columns) {
            this.rex = rex;
            this.columns = columns;
        }

        @Override
        public RexNode visitOver(RexOver over) {
            RexWindow window = over.getWindow();
            if (window.orderKeys.size() != 1 || !isMarked(window.orderKeys.getFirst())) {
                return super.visitOver(over);
            }
            RexFieldCollation marked = window.orderKeys.getFirst();
            RexNode peers = ((RexCall) marked.left).getOperands().getFirst();
            int column = column(rank(window.partitionKeys, new RexFieldCollation(peers, marked.right)));
            var number = rex.makeInputRef(columns.get(column).getType(), column);
            return rex.makeOver(
                    over.getType(),
                    over.getAggOperator(),
                    over.getOperands(),
                    window.partitionKeys,
                    ImmutableList.of(new RexFieldCollation(number, java.util.Set.of())),
                    window.getLowerBound(),
                    window.getUpperBound(),
                    window.getExclude(),
                    false,
                    true,
                    false,
                    over.isDistinct(),
                    over.ignoreNulls());
        }

        private int column(RexNode rank) {
            if (!columns.contains(rank)) {
                columns.add(rank);
            }
            return columns.indexOf(rank);
        }

        private RexNode rank(List<RexNode> partition, RexFieldCollation order) {
            return rex.makeOver(
                    rex.getTypeFactory().createSqlType(org.apache.calcite.sql.type.SqlTypeName.BIGINT),
                    SqlStdOperatorTable.DENSE_RANK,
                    List.of(),
                    partition,
                    ImmutableList.of(order),
                    RexWindowBounds.UNBOUNDED_PRECEDING,
                    RexWindowBounds.CURRENT_ROW,
                    true,
                    true,
                    false,
                    false,
                    false);
        }

        private static boolean isMarked(RexFieldCollation order) {
            return order.left instanceof RexCall call && call.getOperator().equals(GroupsFrame.MARKER);
        }
    }
}
