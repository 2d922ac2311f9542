package io.sqe.bench.run;

import io.sqe.executor.ArrowStream;
import java.time.Duration;
import java.util.function.Consumer;

/** Runs statements to their last batch and says what they cost. Used by one thread; closed by whoever opened it. */
public final class Stopwatch implements AutoCloseable {
    private final ProcessMeter meter = new ProcessMeter();
    private final Deadline deadline;

    public Stopwatch(Duration statementTimeout) {
        this.deadline = new Deadline(statementTimeout);
    }

    /** Runs a statement and throws its rows away. */
    public Execution drain(Contender contender, String sql) {
        return measure(contender, sql, Stopwatch::drain);
    }

    /** Runs a statement and hands its rows to a reader, whose time counts. */
    public Execution measure(Contender contender, String sql, Consumer<ArrowStream> reader) {
        meter.resetPeakMemory();
        Duration cpuBefore = meter.cpu();
        long start = System.nanoTime();
        try (Contender.Running running = contender.start(sql, deadline::watch)) {
            reader.accept(running.rows());
            Duration total = Duration.ofNanos(System.nanoTime() - start);
            return new Execution(total, running.planning(), meter.cpu().minus(cpuBefore), meter.peakMemoryBytes());
        } finally {
            deadline.relax();
        }
    }

    @Override
    public void close() {
        deadline.close();
    }

    private static void drain(ArrowStream rows) {
        while (rows.loadNext()) {
            rows.batch().getRowCount();
        }
    }
}
