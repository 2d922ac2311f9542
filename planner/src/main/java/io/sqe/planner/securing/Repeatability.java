package io.sqe.planner.securing;

import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Sample;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;

/** Looks through a plan, sub-queries included, for what comes out otherwise each time it is run: random numbers and samples. */
final class Repeatability extends RelHomogeneousShuttle {
    private final RexShuttle expressions = new Expressions();
    private boolean isRepeatable = true;

    private Repeatability() {}

    /** Whether the plan gives the same rows, in whatever order, each time it is run over the same tables. */
    static boolean of(RelNode plan) {
        var looking = new Repeatability();
        plan.accept(looking);
        return looking.isRepeatable;
    }

    @Override
    public RelNode visit(RelNode node) {
        isRepeatable &= !(node instanceof Sample);
        node.accept(expressions);
        return super.visit(node);
    }

    /** Looks at calls, and at the plans of sub-queries. */
    private final class Expressions extends RexShuttle {
        @Override
        public RexNode visitCall(RexCall call) {
            isRepeatable &= call.getOperator().isDeterministic();
            return super.visitCall(call);
        }

        @Override
        public RexNode visitOver(RexOver over) {
            isRepeatable &= over.getAggOperator().isDeterministic();
            return super.visitOver(over);
        }

        @Override
        public RexNode visitSubQuery(RexSubQuery subQuery) {
            subQuery.rel.accept(Repeatability.this);
            return super.visitSubQuery(subQuery);
        }
    }
}
