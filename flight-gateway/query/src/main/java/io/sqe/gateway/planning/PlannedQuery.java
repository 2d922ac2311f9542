package io.sqe.gateway.planning;

import io.sqe.catalog.TableVersion;
import io.sqe.catalog.scan.ScanPlan;
import io.sqe.planner.binding.BoundTable;
import io.sqe.planner.securing.SecuredPlan;
import io.sqe.substrait.binding.ExecutablePlan;
import java.util.Map;

/**
 * A query that only has to be run.
 *
 * @param plan its reads are bound to files
 * @param secured the plan it was translated from, for EXPLAIN
 * @param scans what each of its scans reads, by scan number
 */
public record PlannedQuery(ExecutablePlan plan, SecuredPlan secured, Map<Integer, ScanPlan> scans) {

    public PlannedQuery {
        scans = Map.copyOf(scans);
    }

    /** Whether each table that is read as it is now was scanned in the state that it was bound in. */
    boolean isOfOneState() {
        return secured.tables().stream().allMatch(this::isOfOneState);
    }

    private boolean isOfOneState(BoundTable table) {
        ScanPlan scan = scans.get(table.scan());
        boolean isAtCurrent = table.version() instanceof TableVersion.Current;
        return scan != null && (!isAtCurrent || scan.table().equals(table.metadata()));
    }

    /** Bytes of the plan as it is sent to an executor. */
    int bytes() {
        return plan.sizeBytes();
    }
}
