package io.sqe.planner.securing;

import java.util.List;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rex.RexNode;

/**
 * A filter that policy puts directly above a scan. It is a barrier: nothing a person wrote may run below it, since it could then
 * see, by an error or a side effect, rows that the filter hides.
 */
public final class RowFilter extends Filter {

    RowFilter(RelOptCluster cluster, RelTraitSet traits, RelNode input, RexNode condition) {
        super(cluster, traits, List.of(), input, condition);
    }

    static RowFilter above(RelNode scan, RexNode condition) {
        return new RowFilter(scan.getCluster(), scan.getCluster().traitSetOf(Convention.NONE), scan, condition);
    }

    @Override
    public RowFilter copy(RelTraitSet traits, RelNode input, RexNode condition) {
        return new RowFilter(getCluster(), traits, input, condition);
    }
}
