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
    private static final int HEAP_BYTES_MIN = 4 << 10;
    private static final int HEAP_PER_SENT_BYTE = 10;

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

    /**
     * Bytes of the heap that the query keeps taken, roughly. Beside the plan as it is sent to an executor there are the messages it is
     * made of, the tree it was translated from and its types: lookups, joins and long expressions were measured to take 10 to 14 times
     * their plan's bytes, and the smallest of them 8 kB.
     */
    int heapBytes() {
        return (int) Math.min(Integer.MAX_VALUE, HEAP_BYTES_MIN + HEAP_PER_SENT_BYTE * (long) plan.sizeBytes());
    }
}
