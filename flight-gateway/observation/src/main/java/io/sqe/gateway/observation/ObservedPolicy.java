package io.sqe.gateway.observation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableName;
import io.sqe.gateway.trace.PolicyNote;
import io.sqe.gateway.trace.QueryScope;
import io.sqe.policy.decision.PolicyEngine;
import io.sqe.policy.decision.Principal;
import io.sqe.policy.decision.TableAccess;
import io.sqe.policy.decision.TableAction;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** A policy engine whose decisions are timed, and noted for the query that they are for. Changes none of them. */
public final class ObservedPolicy implements PolicyEngine {
    private static final Duration[] BUCKETS = LongStream.of(100, 1_000, 10_000, 100_000, 1_000_000)
            .mapToObj(micros -> Duration.ofNanos(micros * 1000))
            .toArray(Duration[]::new);

    private final PolicyEngine policy;
    private final Timer answered;
    private final Timer failed;

    /** @param backend as metrics have it */
    public ObservedPolicy(PolicyEngine policy, String backend, MeterRegistry registry) {
        this.policy = policy;
        this.answered = timer(backend, "success", registry);
        this.failed = timer(backend, "error", registry);
    }

    private static Timer timer(String backend, String status, MeterRegistry registry) {
        return Timer.builder("sqe.policy.resolve.duration")
                .description("Time to decide what a principal may see of a table")
                .tag("backend", backend)
                .tag("status", status)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    @Override
    public TableAccess decide(Principal principal, TableName table, TableAction action) {
        return noted(table, action, () -> policy.decide(principal, table, action));
    }

    @Override
    public TableAccess decide(Principal principal, NamespaceName namespace, TableAction action) {
        return noted(namespace.table("*"), action, () -> policy.decide(principal, namespace, action));
    }

    @Override
    public String fingerprint(Principal principal) {
        return policy.fingerprint(principal);
    }

    private TableAccess noted(TableName table, TableAction action, Supplier<TableAccess> decision) {
        long start = System.nanoTime();
        Timer timer = failed;
        try {
            TableAccess access = decision.get();
            timer = answered;
            if (action != TableAction.DISCOVER) {
                QueryScope.current().ifPresent(scope -> scope.notes().decided(note(table, action, access)));
            }
            return access;
        } finally {
            timer.record(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static PolicyNote note(TableName table, TableAction action, TableAccess access) {
        String asked = action.name().toLowerCase(Locale.ROOT);
        return switch (access) {
            case TableAccess.Full() -> new PolicyNote(table.toString(), asked, "full", 0, List.of(), List.of());
            case TableAccess.Denied _ -> new PolicyNote(table.toString(), asked, "denied", 0, List.of(), List.of());
            case TableAccess.Restricted(var filters, var masks, var hidden) ->
                new PolicyNote(
                        table.toString(),
                        asked,
                        "restricted",
                        filters.size(),
                        masks.keySet().stream().sorted().toList(),
                        hidden.stream().sorted().toList());
        };
    }
}
