package io.sqe.planner.pruning;

import java.util.List;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.util.ImmutableBitSet;

/** The columns by which window functions split their rows. */
final class Partitions {

    private Partitions() {}

    /** The columns that every window function of a project partitions by. */
    static ImmutableBitSet ofAllWindows(Project project) {
        var common = new Common();
        project.getProjects().forEach(expression -> expression.accept(common));
        return common.columns;
    }

    private static final class Common extends RexVisitorImpl<Void> {
        private ImmutableBitSet columns = ImmutableBitSet.range(0, 0);
        private boolean first = true;

        Common() {
            super(true);
        }

        @Override
        public Void visitOver(RexOver over) {
            List<Integer> keys = over.getWindow().partitionKeys.stream()
                    .filter(RexInputRef.class::isInstance)
                    .map(key -> ((RexInputRef) key).getIndex())
                    .toList();
            columns = first ? ImmutableBitSet.of(keys) : columns.intersect(ImmutableBitSet.of(keys));
            first = false;
            return super.visitOver(over);
        }
    }
}
