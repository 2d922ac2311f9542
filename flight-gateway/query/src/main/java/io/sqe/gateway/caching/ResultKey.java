package io.sqe.gateway.caching;

import com.google.protobuf.ByteString;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.scan.FileScan;
import io.sqe.catalog.scan.ScanPlan;
import io.sqe.executor.FragmentOptions;
import io.sqe.gateway.planning.PlannedQuery;
import io.sqe.planner.binding.Cacheability.Lifetime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * All that a result depends on: what the executor is given, byte by byte, and the state of the tables.
 *
 * <p>Row filters, masks, parameters, views, the session's user and default schema are in the plan as what they came to for whoever
 * asks. So two people share a result exactly if policy has decided the same for both, and a policy, role or view that changes
 * leads to another key. Nobody gets here without a plan made or found valid for them a moment ago.
 *
 * @param plan bound to files: it names every data and delete file that is read
 * @param tables in the order of scans: a table that is made anew under an old name, or has had a commit, is another
 * @param zone of the session, which casts between texts, local times and instants depend on
 * @param batchRows rows of a batch, at most, which is what a reader was promised
 */
record ResultKey(ByteString plan, List<TableState> tables, ZoneId zone, int batchRows) {

    ResultKey {
        tables = List.copyOf(tables);
    }

    /** The key of a result that may be kept: of stored tables as they are now, and the same whenever it is computed. */
    static Optional<ResultKey> of(PlannedQuery query, FragmentOptions options) {
        boolean isLasting = query.secured().cacheability().lifetime() == Lifetime.UNTIL_CATALOG_CHANGES
                && query.secured().files().isEmpty()
                && !query.scans().isEmpty();
        if (!isLasting || !query.secured().isRepeatable()) {
            return Optional.empty();
        }
        return tables(query.scans())
                .map(tables -> new ResultKey(query.plan().bytes(), tables, options.zone(), options.batchRows()));
    }

    /** Nothing if any of them is listed in the plan itself, as system tables are. */
    private static Optional<List<TableState>> tables(Map<Integer, ScanPlan> scans) {
        List<TableState> tables = new ArrayList<>();
        for (ScanPlan scan : new TreeMap<>(scans).values()) {
            if (!(scan instanceof FileScan files)) {
                return Optional.empty();
            }
            tables.add(TableState.of(files.table()));
        }
        return Optional.of(tables);
    }

    /** Bytes on the heap, nearly all of them the plan's. */
    int bytes() {
        return plan.size();
    }

    /** One state of one table. */
    record TableState(String uuid, OptionalLong snapshotId) {

        static TableState of(TableMetadata table) {
            return new TableState(table.uuid(), table.snapshotId());
        }
    }
}
