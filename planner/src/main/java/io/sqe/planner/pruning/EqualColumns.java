package io.sqe.planner.pruning;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.ImmutableBitSet;

/** Says of a join's equal columns what is known of only one of them: of {@code a = b} and {@code a > 5} follows {@code b > 5}. */
record EqualColumns(List<RexInputRef> left, List<RexInputRef> right, List<RexNode> conditions) {

    static EqualColumns of(List<RexNode> on, List<RexNode> conditions) {
        List<RexInputRef> left = new ArrayList<>();
        List<RexInputRef> right = new ArrayList<>();
        for (RexNode condition : on) {
            if (condition instanceof RexCall call
                    && call.getKind() == SqlKind.EQUALS
                    && call.getOperands().get(0) instanceof RexInputRef one
                    && call.getOperands().get(1) instanceof RexInputRef other
                    && one.getType().getSqlTypeName() == other.getType().getSqlTypeName()) {
                left.add(one);
                right.add(other);
            }
        }
        return new EqualColumns(left, right, conditions);
    }

    /** The conditions on one column, said of the columns equal to it. */
    List<RexNode> carriedOver() {
        List<RexNode> carried = new ArrayList<>();
        for (RexNode condition : left.isEmpty() ? List.<RexNode>of() : conditions) {
            ImmutableBitSet columns = RelOptUtil.InputFinder.bits(condition);
            if (columns.cardinality() == 1) {
                carry(condition, columns.nth(0), carried);
            }
        }
        return carried;
    }

    private void carry(RexNode condition, int column, List<RexNode> carried) {
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i).getIndex() == column) {
                carried.add(condition.accept(new Replace(right.get(i))));
            }
            if (right.get(i).getIndex() == column) {
                carried.add(condition.accept(new Replace(left.get(i))));
            }
        }
    }

    /** Puts one column in the place of the only one there is. */
    private static final class Replace extends RexShuttle {
        private final RexInputRef column;

        Replace(RexInputRef column) {
            this.column = column;
        }

        @Override
        public RexNode visitInputRef(RexInputRef reference) {
            return column;
        }
    }
}
