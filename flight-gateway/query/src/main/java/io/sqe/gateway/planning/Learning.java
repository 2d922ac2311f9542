package io.sqe.gateway.planning;

import io.sqe.planner.securing.ParameterizedPlan;

/** What came of planning a query with parameters without their values. */
sealed interface Learning {

    /** A plan that takes other values, and is what planning makes of those it was tried with. */
    record Learnt(ParameterizedPlan plan) implements Learning {}

    /** The query is to be planned for its values each time. */
    record Unfit() implements Learning {}

    /** It was not tried. */
    record NotTried() implements Learning {}
}
