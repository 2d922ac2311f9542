package io.sqe.gateway.planning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sqe.catalog.Catalogs;
import io.sqe.catalog.ColumnType;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.system.CacheState;
import io.sqe.gateway.system.CacheStatistics;
import io.sqe.planner.binding.Cacheability.Lifetime;
import io.sqe.planner.parameter.Parameter;
import io.sqe.planner.parameter.Parameters;
import io.sqe.planner.securing.ParameterizedPlan;
import io.sqe.policy.decision.Principal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Queries that were planned before, for the same text, principal, policy and session, as long as every table and view in them is
 * in the state it was in. Those with parameters also for other values of the same types, from the second time that they are planned: what
 * is asked once costs nothing more. Safe for use by many threads.
 */
final class PlanCache implements CacheStatistics {
    /** Bytes of the heap for all plans together. */
    private static final long PLAN_BYTES_MAX = 64L << 20;

    /** Bytes of the heap for all plans whose values are left out. */
    private static final long PARAMETERIZED_BYTES_MAX = 16L << 20;

    /** Bytes of a note that says something of a query. */
    private static final int NOTE_BYTES = 256;

    private final Cache<Key, Entry> plans = Caffeine.newBuilder()
            .maximumWeight(PLAN_BYTES_MAX)
            .weigher(
                    (Key key, Entry entry) -> key.sql().length() + entry.query().heapBytes())
            .build();
    private final Cache<Form, Experience> forms = Caffeine.newBuilder()
            .maximumWeight(PARAMETERIZED_BYTES_MAX)
            .weigher((Form form, Experience experience) -> form.key().sql().length() + experience.bytes())
            .build();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder invalidations = new LongAdder();

    /** The plan, if it still holds. */
    Optional<PlannedQuery> find(Key key, Catalogs catalogs) {
        Entry entry = plans.getIfPresent(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (!entry.states().hold(catalogs)) {
            plans.invalidate(key);
            invalidations.increment();
            return Optional.empty();
        }
        hits.increment();
        return Optional.of(entry.query());
    }

    /** The plan without values, if it still holds. */
    Optional<Filling> findParameterized(Key key, Catalogs catalogs) {
        Form form = key.form().orElse(null);
        if (form == null || !(forms.getIfPresent(form) instanceof Filling kept)) {
            return Optional.empty();
        }
        if (!kept.states().hold(catalogs)) {
            forms.put(form, new Planned());
            invalidations.increment();
            return Optional.empty();
        }
        return Optional.of(kept);
    }

    /** Notes that a query was planned as if nothing were kept. */
    void missed() {
        misses.increment();
    }

    @Override
    public String name() {
        return "plan";
    }

    /** Commands count as misses: what a text is shows only when it is parsed. */
    @Override
    public CacheState state() {
        return new CacheState(
                plans.estimatedSize() + forms.estimatedSize(),
                weight(plans) + weight(forms),
                PLAN_BYTES_MAX + PARAMETERIZED_BYTES_MAX,
                hits.sum(),
                misses.sum(),
                invalidations.sum());
    }

    private static long weight(Cache<?, ?> cache) {
        cache.cleanUp();
        return cache.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }

    /** Whether it pays to plan a query without its values: it was planned with others before. */
    boolean isWorthLearning(Key key) {
        return key.form().map(forms::getIfPresent).orElse(null) instanceof Planned;
    }

    /** Keeps a plan, and what was learnt of it, if it can be right again and no table has changed since it was made. */
    void keep(Key key, PlannedQuery query, Learning learning, Catalogs catalogs) {
        if (query.secured().cacheability().lifetime() == Lifetime.THIS_STATEMENT) {
            return;
        }
        TableStates.of(query, catalogs).ifPresent(states -> {
            plans.put(key, new Entry(query, states));
            key.form().ifPresent(form -> keep(form, query.heapBytes(), learning, states));
        });
    }

    private void keep(Form form, int bytes, Learning learning, TableStates states) {
        switch (learning) {
            case Learning.Learnt(ParameterizedPlan plan) -> forms.put(form, new Filling(plan, bytes, states));
            case Learning.Unfit() -> forms.put(form, new Unfit());
            case Learning.NotTried() -> forms.asMap().putIfAbsent(form, new Planned());
        }
    }

    /** Keeps a plan that was made of one without values. */
    void keep(Key key, PlannedQuery filled, Filling of) {
        hits.increment();
        if (filled.isOfOneState()) {
            plans.put(key, new Entry(filled, of.states()));
        }
    }

    /** All that a plan depends on besides the state of its tables and views. */
    record Key(
            String sql,
            Parameters parameters,
            Principal principal,
            String policy,
            Session.Location location,
            ZoneId zone) {

        /** The same for any values of the same types; nothing if there are none, or one is NULL. */
        Optional<Form> form() {
            List<Parameter> values = parameters.values();
            boolean hasForm = !values.isEmpty() && values.stream().allMatch(Parameter.Value.class::isInstance);
            return Optional.of(new Key(sql, Parameters.NONE, principal, policy, location, zone))
                    .filter(_ -> hasForm)
                    .map(key ->
                            new Form(key, values.stream().map(Parameter::type).toList()));
        }
    }

    /** A key with types in the place of its values. */
    record Form(Key key, List<ColumnType> types) {}

    private record Entry(PlannedQuery query, TableStates states) {}

    /** What is known of queries of one form. */
    sealed interface Experience {
        default int bytes() {
            return NOTE_BYTES;
        }
    }

    /** One was planned. */
    record Planned() implements Experience {}

    /** They are planned for their values each time. */
    record Unfit() implements Experience {}

    /** A plan to put values into. */
    record Filling(ParameterizedPlan plan, int bytes, TableStates states) implements Experience {}
}
