package io.sqe.substrait.binding;

import io.substrait.proto.Plan;

/** A plan that reads nothing but listed files. Only {@link ReadBinding} creates one: to hold it is the proof. */
public final class ExecutablePlan {
    private final Plan plan;

    ExecutablePlan(Plan plan) {
        this.plan = plan;
    }

    /** The plan as Substrait's own message. */
    public Plan message() {
        return plan;
    }
}
