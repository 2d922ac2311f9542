package io.sqe.gateway.observation.catalog;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sqe.catalog.Catalogs;
import io.sqe.catalog.TableWrite;
import io.sqe.gateway.trace.QueryScope;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;

/** Times what is asked of catalogs. Safe for use by many threads. */
public final class CatalogCalls {
    private static final Duration[] BUCKETS = Arrays.stream(new long[] {1, 5, 10, 50, 100, 500, 1000, 5000, 30_000})
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;

    public CatalogCalls(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The same catalogs, watched. */
    public Catalogs watching(Catalogs catalogs) {
        return new ObservedCatalogs(catalogs, this);
    }

    <T> T call(String operation, Supplier<T> request) {
        return QueryScope.span("sqe.catalog", () -> {
            QueryScope.currentSpan().with("sqe.catalog.operation", operation);
            return timed(operation, request);
        });
    }

    TableWrite watching(String operation, TableWrite write) {
        return new ObservedWrite(write, operation, this);
    }

    /** Tells of files that a write without a commit had made. */
    void orphaned(String operation, long removed, long left) {
        orphans(operation, "removed").increment((double) removed);
        orphans(operation, "left").increment((double) left);
    }

    private Counter orphans(String operation, String outcome) {
        return Counter.builder("sqe.write.orphan.files")
                .description("Files of writes that did not commit")
                .tag("op", operation)
                .tag("outcome", outcome)
                .register(registry);
    }

    void run(String operation, Runnable request) {
        call(operation, () -> {
            request.run();
            return operation;
        });
    }

    private <T> T timed(String operation, Supplier<T> request) {
        Timer.Sample sample = Timer.start(registry);
        String status = "error";
        try {
            T answer = request.get();
            status = "success";
            return answer;
        } finally {
            sample.stop(Timer.builder("sqe.catalog.request.duration")
                    .description("Time that catalogs take to answer")
                    .tag("op", operation)
                    .tag("status", status)
                    .serviceLevelObjectives(BUCKETS)
                    .register(registry));
        }
    }
}
