package io.sqe.gateway.operations;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The last samples of a server, for who has no Prometheus. The oldest makes room for the newest. Closed by its opener. */
public final class MetricsHistory implements AutoCloseable {
    /** An hour. */
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private static final int SAMPLES_MAX = 360;

    private final Supplier<ServerSample> source;
    private final int samplesMax;
    private final Deque<ServerSample> samples = new ArrayDeque<>();
    private final ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("metrics-history").daemon(true).factory());

    MetricsHistory(Supplier<ServerSample> source, int samplesMax) {
        this.source = source;
        this.samplesMax = samplesMax;
    }

    /** Takes a sample every ten seconds from now on, and keeps those of an hour. */
    public static MetricsHistory open(Supplier<ServerSample> source) {
        MetricsHistory history = new MetricsHistory(source, SAMPLES_MAX);
        // A sample never fails; its future is of no use.
        var _ = history.sampler.scheduleAtFixedRate(history::sample, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        return history;
    }

    void sample() {
        ServerSample now = source.get();
        synchronized (samples) {
            if (samples.size() == samplesMax) {
                samples.removeFirst();
            }
            samples.addLast(now);
        }
    }

    Duration period() {
        return PERIOD;
    }

    /** The oldest first. */
    public List<ServerSample> samples() {
        synchronized (samples) {
            return List.copyOf(samples);
        }
    }

    @Override
    public void close() {
        sampler.shutdownNow();
    }
}
