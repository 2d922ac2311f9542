package io.sqe.planner.pruning;

import io.sqe.catalog.scan.ScanPredicate;
import io.sqe.planner.securing.SecuredPlan;
import java.util.Map;

/** What each scan of a plan may be restricted to, row filters included. */
public final class ScanPredicates {

    private ScanPredicates() {}

    /**
     * A predicate for each scan number; where none is known, nothing. A scan that stands in several places of the plan is
     * restricted to what any of them needs.
     */
    public static Map<Integer, ScanPredicate> of(SecuredPlan plan) {
        var descent = new Descent();
        descent.into(plan.root(), java.util.List.of());
        return descent.predicates();
    }
}
