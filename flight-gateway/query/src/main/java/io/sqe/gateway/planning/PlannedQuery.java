package io.sqe.gateway.planning;

import io.sqe.catalog.scan.ScanPlan;
import io.sqe.planner.securing.SecuredPlan;
import io.sqe.substrait.binding.ExecutablePlan;
import java.util.List;

/**
 * A query that only has to be run.
 *
 * @param plan its reads are bound to files
 * @param secured the plan it was translated from, for EXPLAIN
 * @param scans what each of its scans reads, by scan number
 */
public record PlannedQuery(ExecutablePlan plan, SecuredPlan secured, List<ScanPlan> scans) {

    public PlannedQuery {
        scans = List.copyOf(scans);
    }
}
