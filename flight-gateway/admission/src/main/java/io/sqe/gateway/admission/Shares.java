package io.sqe.gateway.admission;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Says which query holds how much of what the engine holds for all, which is all that the engine tells. What is held more than
 * before is put down in equal parts to those that run, what is held less is taken off all in proportion. Exact for one query alone;
 * for several a guess, good enough to find the one that has grown for long. One thread at a time.
 */
final class Shares<K> {
    private final Map<K, Double> byQuery = new HashMap<>();
    /** Held while nothing ran: caches. */
    private long base;

    /** Notes what is held while exactly these run. */
    void note(long held, Collection<K> running) {
        byQuery.keySet().retainAll(running);
        if (running.isEmpty()) {
            base = held;
            return;
        }
        running.forEach(query -> byQuery.putIfAbsent(query, 0.0));
        double now = Math.max(0, held - base);
        double before =
                byQuery.values().stream().mapToDouble(Double::doubleValue).sum();
        double more = (now - before) / byQuery.size();
        byQuery.replaceAll((_, share) -> now >= before ? share + more : share * now / before);
    }

    long of(K query) {
        return byQuery.getOrDefault(query, 0.0).longValue();
    }
}
