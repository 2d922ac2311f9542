package io.sqe.bench.run;

import java.time.Duration;

/**
 * What one execution cost.
 *
 * @param total from SQL text to the last batch
 * @param planning how much of it was planning
 * @param cpu processor time of the whole process
 * @param peakMemoryBytes resident memory of the whole process at its peak
 */
public record Execution(Duration total, Duration planning, Duration cpu, long peakMemoryBytes) {
    /** What nothing costs. */
    public static final Execution NONE = new Execution(Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);

    /** This one, then another. */
    public Execution then(Execution next) {
        return new Execution(
                total.plus(next.total),
                planning.plus(next.planning),
                cpu.plus(next.cpu),
                Math.max(peakMemoryBytes, next.peakMemoryBytes));
    }
}
