package io.sqe.gateway.flight.statement;

import io.sqe.gateway.failure.CallRefusedException;
import io.sqe.gateway.failure.CallRefusedException.Reason;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many things each user holds, up to a limit. Safe for use by many threads. */
final class HeldCounts {
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final String things;
    private final String limitName;
    private final int perUserMax;

    HeldCounts(String things, String limitName, int perUserMax) {
        this.things = things;
        this.limitName = limitName;
        this.perUserMax = perUserMax;
    }

    void check(String owner) {
        refuseAbove(counts.getOrDefault(owner, 0) + 1);
    }

    void add(String owner) {
        counts.compute(owner, (_, count) -> {
            int next = count == null ? 1 : count + 1;
            refuseAbove(next);
            return next;
        });
    }

    void remove(String owner) {
        counts.computeIfPresent(owner, (_, count) -> count == 1 ? null : count - 1);
    }

    private void refuseAbove(int count) {
        if (count > perUserMax) {
            throw new CallRefusedException(
                    Reason.LIMIT_REACHED,
                    "You hold %d %s, as many as a user may (%s). Fetch, close or end some."
                            .formatted(perUserMax, things, limitName));
        }
    }
}
