package io.sqe.substrait.reading;

import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;

/** What is said of plans that are not run. A plan has no lines to point at. */
final class Refusals {
    private Refusals() {}

    /** Something that Substrait knows of and this service does not run. */
    static PlannerException unsupported(String what) {
        return new PlannerException.Unsupported("In a Substrait plan, " + what, TextSpan.START);
    }

    /** Something that no plan may say. */
    static PlannerException malformed(String what) {
        return new PlannerException.InvalidStatement(
                "The Substrait plan is not valid: %s. Have its producer look into it.".formatted(what), TextSpan.START);
    }

    static PlannerException mismatch(String what) {
        return new PlannerException.TypeMismatch(
                "The Substrait plan does not fit: %s. Make it of the types that are there.".formatted(what),
                TextSpan.START);
    }
}
