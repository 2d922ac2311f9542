package io.sqe.gateway.planning;

import com.google.protobuf.ByteString;
import io.sqe.catalog.scan.ScanPlan;
import io.sqe.planner.securing.SecuredPlan;
import java.util.List;

/**
 * A query that only has to be run.
 *
 * @param plan a serialised {@code substrait.Plan} whose reads are bound to files
 * @param secured the plan it was translated from, for EXPLAIN
 * @param scans what each of its scans reads, by scan number
 */
public record PlannedQuery(ByteString plan, SecuredPlan secured, List<ScanPlan> scans) {

    public PlannedQuery {
        scans = List.copyOf(scans);
    }
}
