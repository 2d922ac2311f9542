package io.sqe.gateway.query;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One operator of a plan, as the person who asked may see it: nothing that policy added, and no counts where policy hides rows.
 *
 * @param name what it does
 * @param facts what it is about, such as the condition of a join; may be empty
 * @param work what it did, if that was measured
 */
public record PlanNode(String name, String facts, Optional<Work> work, List<PlanNode> inputs) {

    public PlanNode {
        inputs = List.copyOf(inputs);
    }

    /** What it takes in memory, about. */
    public long bytes() {
        long own = 160 + 2L * (name.length() + facts.length());
        return own + inputs.stream().mapToLong(PlanNode::bytes).sum();
    }

    /**
     * What an operator did.
     *
     * @param rows that it put out; empty where the count would tell of hidden rows
     * @param time of processors, its inputs not counted
     */
    public record Work(Optional<Long> rows, Duration time) {}
}
