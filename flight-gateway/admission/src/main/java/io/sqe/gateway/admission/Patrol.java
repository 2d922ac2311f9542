package io.sqe.gateway.admission;

import io.sqe.gateway.admission.MemoryMeter.Pressure;
import io.sqe.gateway.admission.MemoryMeter.Reading;
import io.sqe.gateway.failure.QueryException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Looks after what runs, a few times a second: who leaves a result unread, who takes or spills too much, and, when the machine has no
 * memory left, who holds the most. One round at a time.
 */
final class Patrol {
    /** After one was stopped the next round waits so long for its memory to come back. */
    private static final Duration MERCY = Duration.ofSeconds(2);

    private final MemoryMeter meter;
    private final Supplier<QueryLimits> limits;
    private final Set<LimitedControl> open = ConcurrentHashMap.newKeySet();
    private final Shares<LimitedControl> memory = new Shares<>();
    private final Shares<LimitedControl> spilled = new Shares<>();
    private volatile Reading last = new Reading(0, 0, Pressure.CALM);
    /** How many rows each had returned at the last look. */
    private final Map<LimitedControl, Long> returned = new HashMap<>();

    private boolean isBaseKnown;
    private long mercyUntilNanos = System.nanoTime();

    Patrol(MemoryMeter meter, Supplier<QueryLimits> limits) {
        this.meter = meter;
        this.limits = limits;
    }

    void watch(LimitedControl query) {
        open.add(query);
    }

    void forget(LimitedControl query) {
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
        List<LimitedControl> running = List.copyOf(open);
        if (running.isEmpty() && isBaseKnown && !isMachineTight()) {
            return;
        }
        last = meter.read();
        Set<LimitedControl> building = building(running);
        memory.note(last.heldBytes(), running, building);
        spilled.note(last.spilledBytes(), running, building);
        isBaseKnown = running.isEmpty();
        QueryLimits now = limits.get();
        running.forEach(query -> stopIfLeft(query, now.times().idleResult(), nowNanos));
        if (nowNanos - mercyUntilNanos >= 0) {
            stopLargest(now, nowNanos);
        }
    }

    /** Those that have returned no rows since the last look. */
    private Set<LimitedControl> building(List<LimitedControl> running) {
        returned.keySet().retainAll(running);
        return running.stream()
                .filter(query -> {
                    long rows = query.readership().rows();
                    Long before = returned.put(query, rows);
                    return before == null || before == rows;
                })
                .collect(Collectors.toSet());
    }

    private static void stopIfLeft(LimitedControl query, Duration idleMax, long nowNanos) {
        if (!idleMax.isZero() && query.readership().unreadFor(nowNanos).compareTo(idleMax) > 0) {
            query.stop(Refusal.unread(idleMax));
        }
    }

    /** One at a time, for whichever reason there is. */
    private void stopLargest(QueryLimits now, long nowNanos) {
        long takenMax = now.memory().takenMaxBytes();
        long spilledMax = now.sizes().spilledBytes();
        if (memory.isMoreThan(takenMax)) {
            stopLargest(memory, _ -> Refusal.exceedsMemory(takenMax), nowNanos);
        } else if (spilled.isMoreThan(spilledMax)) {
            stopLargest(spilled, _ -> Refusal.spillsTooMuch(spilledMax), nowNanos);
        } else if (last.pressure() == Pressure.RED) {
            stopLargest(memory, Refusal::machineOutOfMemory, nowNanos);
        }
    }

    private void stopLargest(Shares<LimitedControl> shares, LongFunction<QueryException> refusal, long nowNanos) {
        shares.largest().ifPresent(largest -> {
            largest.stop(refusal.apply(shares.of(largest)));
            mercyUntilNanos = nowNanos + MERCY.toNanos();
        });
    }
}
