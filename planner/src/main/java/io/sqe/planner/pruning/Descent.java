package io.sqe.planner.pruning;

import io.sqe.catalog.scan.ScanPredicate;
import io.sqe.planner.binding.BoundTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Walks down a plan with the conditions that its rows must meet to matter, as far down as they hold: what pushing filters down would do,
 * without making the plan that it would result in. A condition that does not hold below a node is left behind there.
 */
final class Descent {
    private final Map<Integer, ScanPredicate> predicates = new HashMap<>();

    Map<Integer, ScanPredicate> predicates() {
        return predicates;
    }

    /** Goes on with conditions over the node's own row. */
    void into(RelNode node, List<RexNode> conditions) {
        switch (node) {
            case TableScan scan -> at(scan, conditions);
            case Filter filter -> intoFilter(filter, conditions);
            case Project project -> intoProject(project, conditions);
            case Join join -> intoJoin(join, conditions);
            case Aggregate aggregate -> intoAggregate(aggregate, conditions);
            case Sort sort -> into(sort.getInput(), isLimit(sort) ? List.of() : conditions);
            case SetOp setOp -> setOp.getInputs().forEach(input -> into(input, conditions));
            case Correlate correlate -> intoCorrelate(correlate, conditions);
            default -> node.getInputs().forEach(input -> into(input, List.of()));
        }
    }

    private void at(TableScan scan, List<RexNode> conditions) {
        BoundTable table = scan.getTable().unwrap(BoundTable.class);
        if (table != null) {
            ScanPredicate needed = Pruning.of(table.metadata().schema().columns(), conditions);
            predicates.merge(table.scan(), needed, Pruning::either);
        }
    }

    private void intoFilter(Filter filter, List<RexNode> conditions) {
        intoSubQueries(filter.getCondition());
        into(filter.getInput(), and(conditions, RelOptUtil.conjunctions(filter.getCondition())));
    }

    private void intoProject(Project project, List<RexNode> conditions) {
        project.getProjects().forEach(this::intoSubQueries);
        boolean windowed = project.containsOver();
        List<RexNode> below = new ArrayList<>();
        for (RexNode condition : conditions) {
            RexNode pushed = RelOptUtil.pushPastProject(condition, project);
            if (!windowed || isSafeBelowWindows(project, pushed)) {
                below.add(pushed);
            }
        }
        into(project.getInput(), below);
    }

    /** A condition may go below window functions if it decides on whole partitions of every one of them. */
    private static boolean isSafeBelowWindows(Project project, RexNode condition) {
        return !RexOver.containsOver(condition)
                && Partitions.ofAllWindows(project).contains(RelOptUtil.InputFinder.bits(condition));
    }

    private void intoJoin(Join join, List<RexNode> conditions) {
        intoSubQueries(join.getCondition());
        int leftColumns = join.getLeft().getRowType().getFieldCount();
        List<RexNode> on = RelOptUtil.conjunctions(join.getCondition());
        JoinRelType type = join.getJoinType();
        List<RexNode> both = type.isOuterJoin()
                ? List.of()
                : EqualColumns.of(on, and(conditions, on)).carriedOver();
        Stream<RexNode> forLeft = Stream.concat(
                type.generatesNullsOnLeft() ? Stream.empty() : conditions.stream(),
                type.generatesNullsOnRight() || type == JoinRelType.ANTI
                        ? Stream.empty()
                        : Stream.concat(on.stream(), both.stream()));
        Stream<RexNode> forRight = Stream.concat(
                type.generatesNullsOnRight() || !type.projectsRight() ? Stream.empty() : conditions.stream(),
                type.generatesNullsOnLeft() ? Stream.empty() : Stream.concat(on.stream(), both.stream()));
        into(
                join.getLeft(),
                forLeft.filter(condition -> isOfFirst(condition, leftColumns)).toList());
        into(
                join.getRight(),
                forRight.flatMap(condition -> movedToRight(condition, leftColumns).stream())
                        .toList());
    }

    private static boolean isOfFirst(RexNode condition, int columns) {
        return RelOptUtil.InputFinder.bits(condition).length() <= columns;
    }

    /** The condition over the right side's row, if it looks at that side alone. */
    private static Optional<RexNode> movedToRight(RexNode condition, int leftColumns) {
        ImmutableBitSet columns = RelOptUtil.InputFinder.bits(condition);
        return columns.isEmpty() || columns.nextSetBit(0) < leftColumns
                ? Optional.empty()
                : Optional.of(condition.accept(new Shift(-leftColumns)));
    }

    private void intoAggregate(Aggregate aggregate, List<RexNode> conditions) {
        List<Integer> keys = aggregate.getGroupSet().asList();
        boolean simple = aggregate.getGroupType() == Aggregate.Group.SIMPLE && !keys.isEmpty();
        List<RexNode> below = !simple
                ? List.of()
                : conditions.stream()
                        .filter(condition -> isOfFirst(condition, keys.size()))
                        .map(condition -> condition.accept(new Rename(keys)))
                        .toList();
        into(aggregate.getInput(), below);
    }

    private void intoCorrelate(Correlate correlate, List<RexNode> conditions) {
        int leftColumns = correlate.getLeft().getRowType().getFieldCount();
        into(
                correlate.getLeft(),
                conditions.stream()
                        .filter(condition -> isOfFirst(condition, leftColumns))
                        .toList());
        into(correlate.getRight(), List.of());
    }

    private void intoSubQueries(RexNode expression) {
        expression.accept(new RexVisitorImpl<Void>(true) {
            @Override
            public Void visitSubQuery(RexSubQuery subQuery) {
                into(subQuery.rel, List.of());
                return super.visitSubQuery(subQuery);
            }
        });
    }

    private static boolean isLimit(Sort sort) {
        return sort.fetch != null || sort.offset != null;
    }

    private static List<RexNode> and(List<RexNode> left, List<RexNode> right) {
        return Stream.concat(left.stream(), right.stream()).toList();
    }

    /** Moves references by a number of columns. */
    private static final class Shift extends RexShuttle {
        private final int by;

        Shift(int by) {
            this.by = by;
        }

        @Override
        public RexNode visitInputRef(RexInputRef reference) {
            return new RexInputRef(reference.getIndex() + by, reference.getType());
        }
    }

    /** Turns a reference to a group key into one to the column that is grouped. */
    private static final class Rename extends RexShuttle {
        private final List<Integer> columns;

        Rename(List<Integer> columns) {
            this.columns = columns;
        }

        @Override
        public RexNode visitInputRef(RexInputRef reference) {
            return new RexInputRef(columns.get(reference.getIndex()), reference.getType());
        }
    }
}
