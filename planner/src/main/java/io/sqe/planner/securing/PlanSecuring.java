package io.sqe.planner.securing;

import io.sqe.planner.binding.BoundPlan;
import io.sqe.policy.decision.TableAccess;

/** Secures plans. */
public final class PlanSecuring {

    private PlanSecuring() {}

    /** The plan with every scan under its row filter and masks. */
    public static SecuredPlan secure(BoundPlan plan) {
        if (!plan.access().values().stream().allMatch(TableAccess.Full.class::isInstance)) {
            throw new IllegalStateException("A restricted table cannot be secured yet");
        }
        return new SecuredPlan(plan.root(), plan.columnNames(), plan.tables(), plan.files());
    }
}
