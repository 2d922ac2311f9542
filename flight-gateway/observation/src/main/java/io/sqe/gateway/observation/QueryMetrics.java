package io.sqe.gateway.observation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.DoubleStream;

/** Counts queries, under the names that dashboards know. */
public final class QueryMetrics implements QueryObserver {
    private static final Duration[] BUCKETS = DoubleStream.of(.01, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60)
            .mapToObj(seconds -> Duration.ofMillis(Math.round(seconds * 1000)))
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Counter rows;
    private final Timer firstRow;
    private final ScanMetrics scans;

    public QueryMetrics(MeterRegistry registry, ActiveQueries active) {
        this.registry = registry;
        this.scans = new ScanMetrics(registry);
        this.rows = Counter.builder("sqe.rows.returned")
                .description("Rows that queries returned to clients")
                .register(registry);
        this.firstRow = Timer.builder("sqe.time.to.first.row")
                .description("From SQL text to the first batch")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        Gauge.builder("sqe.active.queries", active, ActiveQueries::count)
                .description("Queries that wait or run")
                .register(registry);
    }

    @Override
    public void ended(QueryRecord query) {
        String type = query.type().label();
        Counter.builder("sqe.query.count")
                .description("Queries that ended")
                .tag("status", query.status())
                .tag("statement_type", type)
                .tag("error_code", query.error().map(Enum::name).orElse("none"))
                .register(registry)
                .increment();
        Timer.builder("sqe.query.duration")
                .description("From SQL text to the last row")
                .tag("statement_type", type)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(query.total());
        rows.increment((double) query.rows());
        scans.count(query.details().scanned());
        query.firstRow().ifPresent(firstRow::record);
    }
}
