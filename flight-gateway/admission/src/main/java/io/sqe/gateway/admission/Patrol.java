package io.sqe.gateway.admission;

import io.sqe.gateway.admission.MemoryMeter.Pressure;
import io.sqe.gateway.admission.MemoryMeter.Reading;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Looks after what runs, a few times a second: who leaves a result unread, who spills too much, and, when the machine has no memory
 * left, who holds the most. One round at a time.
 */
final class Patrol {
    /** After one was stopped the next round waits so long for its memory to come back. */
    private static final Duration MERCY = Duration.ofSeconds(2);

    private final MemoryMeter meter;
    private final Supplier<QueryLimits> limits;
    private final Set<LimitedQuery> open = ConcurrentHashMap.newKeySet();
    private final Shares<LimitedQuery> memory = new Shares<>();
    private final Shares<LimitedQuery> spilled = new Shares<>();
    private volatile Reading last = new Reading(0, 0, Pressure.CALM);
    private boolean isBaseKnown;
    private long mercyUntilNanos = System.nanoTime();

    Patrol(MemoryMeter meter, Supplier<QueryLimits> limits) {
        this.meter = meter;
        this.limits = limits;
    }

    void watch(LimitedQuery query) {
        open.add(query);
    }

    void forget(LimitedQuery query) {
        open.remove(query);
    }

    boolean isMachineTight() {
        return last.pressure() != Pressure.CALM;
    }

    /** As the last round saw it. */
    Reading last() {
        return last;
    }

    void round(long nowNanos) {
        List<LimitedQuery> running = List.copyOf(open);
        if (running.isEmpty() && isBaseKnown && !isMachineTight()) {
            return;
        }
        last = meter.read();
        memory.note(last.heldBytes(), running);
        spilled.note(last.spilledBytes(), running);
        isBaseKnown = running.isEmpty();
        QueryLimits now = limits.get();
        running.forEach(query -> check(query, now, nowNanos));
        if (last.pressure() == Pressure.RED && nowNanos - mercyUntilNanos >= 0) {
            stopLargest(running, nowNanos);
        }
    }

    private void check(LimitedQuery query, QueryLimits now, long nowNanos) {
        Duration idleMax = now.times().idleResult();
        if (!idleMax.isZero() && query.unreadFor(nowNanos).compareTo(idleMax) > 0) {
            query.stop(Refusal.unread(idleMax));
        }
        long spilledMax = now.sizes().spilledBytes();
        if (spilledMax > 0 && spilled.of(query) > spilledMax) {
            query.stop(Refusal.spillsTooMuch(spilledMax));
        }
    }

    private void stopLargest(List<LimitedQuery> running, long nowNanos) {
        running.stream().max(Comparator.comparingLong(memory::of)).ifPresent(largest -> {
            largest.stop(Refusal.machineOutOfMemory(memory.of(largest)));
            mercyUntilNanos = nowNanos + MERCY.toNanos();
        });
    }
}
