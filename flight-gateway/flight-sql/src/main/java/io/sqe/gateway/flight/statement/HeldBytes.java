package io.sqe.gateway.flight.statement;

import io.sqe.gateway.failure.CallRefusedException;
import io.sqe.gateway.failure.CallRefusedException.Reason;
import io.sqe.gateway.flight.limit.HeldLimits;
import java.util.HashMap;
import java.util.Map;

/** The bytes that prepared statements take, of each user and of all. Safe for use by many threads. */
final class HeldBytes {
    private final Map<String, Long> byOwner = new HashMap<>();
    private final HeldLimits limits;
    private long all;

    HeldBytes(HeldLimits limits) {
        this.limits = limits;
    }

    /** @throws CallRefusedException if that is more than the owner, or all together, may take */
    synchronized void take(String owner, long bytes) {
        long own = byOwner.getOrDefault(owner, 0L) + bytes;
        if (bytes > 0 && own > limits.preparedBytesPerUserMax()) {
            throw full("Your", limits.preparedBytesPerUserMax(), "prepared-bytes-per-user-max");
        }
        if (bytes > 0 && all + bytes > limits.preparedBytesMax()) {
            throw full("All", limits.preparedBytesMax(), "prepared-bytes-max");
        }
        all += bytes;
        if (own == 0) {
            byOwner.remove(owner);
        } else {
            byOwner.put(owner, own);
        }
    }

    private static CallRefusedException full(String whose, long bytes, String limit) {
        return new CallRefusedException(
                Reason.LIMIT_REACHED,
                "%s prepared statements together take the %d bytes that they may (%s). Close some."
                        .formatted(whose, bytes, limit));
    }
}
