package io.sqe.gateway.observation.report;

import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.failure.SqlPosition;
import io.sqe.gateway.query.PlanNode;
import java.time.Duration;
import java.util.Optional;

/**
 * What its person was told, and may see, of a query that has ended.
 *
 * @param queued before it was planned
 * @param message of its failure
 * @param position of its failure, in the statement
 * @param plan of a query that was long enough for it
 */
public record QueryReport(
        Duration queued, Optional<String> message, Optional<SqlPosition> position, Optional<PlanNode> plan) {
    static final QueryReport NOTHING =
            new QueryReport(Duration.ZERO, Optional.empty(), Optional.empty(), Optional.empty());

    private static final int MESSAGE_CHARACTERS_MAX = 4096;

    static QueryReport of(Duration queued, QueryException failure, Optional<PlanNode> plan) {
        String message = String.valueOf(failure.getMessage());
        String shown = message.substring(0, Math.min(message.length(), MESSAGE_CHARACTERS_MAX));
        return new QueryReport(queued, Optional.of(shown), failure.position(), plan);
    }

    /** What it takes in memory, about. */
    long bytes() {
        long told = message.map(text -> 2L * text.length()).orElse(0L);
        return 200 + told + plan.map(PlanNode::bytes).orElse(0L);
    }
}
