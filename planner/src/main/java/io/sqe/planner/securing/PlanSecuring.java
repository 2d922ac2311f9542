package io.sqe.planner.securing;

import io.sqe.planner.binding.BindingContext;
import io.sqe.planner.binding.BoundPlan;
import io.sqe.planner.binding.PolicyExpressions;
import io.sqe.planner.parameter.Placeholder;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlOperatorTable;

/** Puts every scan of a plan, in whatever clause it stands, under the row filter and masks that policy has decided on. */
public final class PlanSecuring {
    private final PolicyExpressions expressions;
    private final ScanSecuring scans;

    public PlanSecuring(SqlOperatorTable operators, BindingContext context) {
        this.expressions = new PolicyExpressions(operators, context);
        this.scans = new ScanSecuring(new ScanRestricting(expressions));
    }

    public SecuredPlan secure(BoundPlan plan) {
        RelNode secured = plan.root().accept(scans);
        // What a policy opens until some time must not stay open in a plan that is kept.
        return new SecuredPlan(secured, expressions.isTimeUsed() ? plan.forThisStatementOnly() : plan);
    }

    /** A plan that has marks in the places of these. */
    public ParameterizedPlan secure(BoundPlan marked, List<Placeholder> placeholders) {
        return new ParameterizedPlan(secure(marked), placeholders);
    }
}
