package io.sqe.gateway.planning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sqe.catalog.Catalog;
import io.sqe.catalog.Catalogs;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableVersion;
import io.sqe.catalog.scan.ScanPlan;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.system.CacheState;
import io.sqe.gateway.system.CacheStatistics;
import io.sqe.planner.binding.BoundTable;
import io.sqe.planner.binding.Cacheability;
import io.sqe.planner.binding.Cacheability.Lifetime;
import io.sqe.planner.parameter.Parameters;
import io.sqe.policy.decision.Principal;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Queries that were planned before, for the same text, principal, policy and session, as long as every table and view in them is
 * in the state it was in. Safe for use by many threads.
 */
final class PlanCache implements CacheStatistics {
    /** Bytes of all plans together, as they are sent to an executor. */
    private static final long PLAN_BYTES_MAX = 64L << 20;

    private final Cache<Key, Entry> plans = Caffeine.newBuilder()
            .maximumWeight(PLAN_BYTES_MAX)
            .weigher(
                    (Key key, Entry entry) -> key.sql().length() + entry.query().bytes())
            .build();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder invalidations = new LongAdder();

    /** The plan, if it still holds. */
    Optional<PlannedQuery> find(Key key, Catalogs catalogs) {
        Entry entry = plans.getIfPresent(key);
        if (entry == null) {
            misses.increment();
            return Optional.empty();
        }
        if (!entry.states().equals(states(entry.states().keySet(), catalogs))) {
            plans.invalidate(key);
            invalidations.increment();
            misses.increment();
            return Optional.empty();
        }
        hits.increment();
        return Optional.of(entry.query());
    }

    @Override
    public String name() {
        return "plan";
    }

    /** Commands count as misses: what a text is shows only when it is parsed. */
    @Override
    public CacheState state() {
        long bytes = plans.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
        return new CacheState(
                plans.estimatedSize(), bytes, PLAN_BYTES_MAX, hits.sum(), misses.sum(), invalidations.sum());
    }

    /** Keeps a plan if it can be right again and no table has changed since it was made. */
    void keep(Key key, PlannedQuery query, Catalogs catalogs) {
        Cacheability cacheability = query.secured().cacheability();
        if (cacheability.lifetime() == Lifetime.THIS_STATEMENT) {
            return;
        }
        Map<TableName, Optional<String>> states = new LinkedHashMap<>();
        query.secured().tables().forEach(table -> states.put(table.name(), state(table.name(), catalogs)));
        cacheability.views().forEach(view -> states.put(view, state(view, catalogs)));
        if (isCurrent(query, catalogs) && states.equals(states(states.keySet(), catalogs))) {
            plans.put(key, new Entry(query, states));
        }
    }

    /** Whether what was planned is what the catalog has now: the states just read may be younger than the plan. */
    private static boolean isCurrent(PlannedQuery query, Catalogs catalogs) {
        for (BoundTable table : query.secured().tables()) {
            ScanPlan scan = query.scans().get(table.scan());
            Optional<TableMetadata> now = catalogs.find(table.name().catalog())
                    .flatMap(catalog -> catalog.findTable(table.name(), new TableVersion.Current()));
            boolean isAtCurrent = table.version() instanceof TableVersion.Current;
            if (scan == null || (isAtCurrent && !now.equals(Optional.of(scan.table())))) {
                return false;
            }
        }
        return true;
    }

    private static Map<TableName, Optional<String>> states(Iterable<TableName> names, Catalogs catalogs) {
        Map<TableName, Optional<String>> states = new LinkedHashMap<>();
        names.forEach(name -> states.put(name, state(name, catalogs)));
        return states;
    }

    private static Optional<String> state(TableName name, Catalogs catalogs) {
        Optional<Catalog> catalog = catalogs.find(name.catalog());
        return catalog.flatMap(known -> known.stateToken(name));
    }

    /** All that a plan depends on besides the state of its tables and views. */
    record Key(
            String sql,
            Parameters parameters,
            Principal principal,
            String policy,
            Session.Location location,
            ZoneId zone) {}

    private record Entry(PlannedQuery query, Map<TableName, Optional<String>> states) {}
}
