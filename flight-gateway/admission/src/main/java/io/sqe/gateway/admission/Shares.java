package io.sqe.gateway.admission;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says which query holds how much of what the engine holds for all, which is all that the engine tells. What is held more than
 * before is put down to those that build something up, by their appetite; what is held less is taken off all in proportion. Exact for
 * one query alone; for several a guess, good enough to find the one that grows. One thread at a time.
 */
final class Shares<K> {
    /** Less between two looks is no growth. */
    private static final double FLAT_BYTES_MAX = 1 << 20;

    /** What is left of the appetite of who did not grow from one look to the next. */
    private static final double APPETITE_LEFT = 0.5;

    /** Never quite nothing, so that parts can be made of it. */
    private static final double APPETITE_MIN = 0.001;

    private final Map<K, Share> byQuery = new HashMap<>();
    /** Held while nothing ran: caches, and what the last to end had not given back yet. */
    private long base;

    /**
     * Notes what is held while exactly these run.
     *
     * @param building those among them that may have grown; who hands out rows has built up what it needs. None is all
     */
    void note(long held, Collection<K> running, Set<K> building) {
        byQuery.keySet().retainAll(running);
        if (running.isEmpty()) {
            base = held;
            return;
        }
        running.forEach(query -> byQuery.putIfAbsent(query, new Share()));
        base = Math.min(base, held);
        double before = sum();
        double more = held - base - before;
        if (more <= FLAT_BYTES_MAX) {
            byQuery.values().forEach(share -> share.appetite = Math.max(APPETITE_MIN, share.appetite * APPETITE_LEFT));
        }
        if (more < 0) {
            byQuery.values().forEach(share -> share.bytes *= 1 + more / before);
            return;
        }
        Collection<K> grown = building.isEmpty() ? running : building;
        double appetite =
                grown.stream().mapToDouble(query -> share(query).appetite).sum();
        grown.forEach(query -> share(query).bytes += more * share(query).appetite / appetite);
    }

    long of(K query) {
        return (long) share(query).bytes;
    }

    /** Who holds the most. */
    Optional<K> largest() {
        return byQuery.keySet().stream().max(Comparator.comparingDouble(query -> share(query).bytes));
    }

    /**
     * Whether they hold more than so much each, all together: then at least one of them does, whoever it is.
     *
     * @param eachMax zero is no limit
     */
    boolean isMoreThan(long eachMax) {
        return eachMax > 0 && sum() > (double) eachMax * byQuery.size();
    }

    private double sum() {
        return byQuery.values().stream().mapToDouble(share -> share.bytes).sum();
    }

    private Share share(K query) {
        return byQuery.getOrDefault(query, new Share());
    }

    /** One query's. */
    private static final class Share {
        private double bytes;
        /** Whoever is new may want anything. */
        private double appetite = 1;
    }
}
