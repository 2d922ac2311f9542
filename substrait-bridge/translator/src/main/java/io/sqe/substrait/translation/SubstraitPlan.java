package io.sqe.substrait.translation;

import io.substrait.proto.Plan;

/**
 * A secured plan in Substrait; its reads name tables, each with the number of its scan. Only {@link SubstraitTranslator} creates one.
 */
public final class SubstraitPlan {
    private final Plan plan;

    SubstraitPlan(Plan plan) {
        this.plan = plan;
    }

    /** The plan as Substrait's own message. */
    public Plan message() {
        return plan;
    }
}
