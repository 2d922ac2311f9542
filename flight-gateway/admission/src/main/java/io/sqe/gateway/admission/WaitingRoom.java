package io.sqe.gateway.admission;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Gives places and memory to queries. The resource group that has the fewest places for its weight is served first, within a group
 * users take turns. While the machine is short of memory nobody is served whom that could make worse. Safe for use by many threads.
 */
final class WaitingRoom {
    private final Supplier<QueryLimits> limits;
    private final BooleanSupplier isMachineTight;
    private final ReentrantLock lock = new ReentrantLock();
    /** Groups in the order of their turns; one that nobody waits for or runs in is forgotten. */
    private final Map<String, WaitingLine> lines = new LinkedHashMap<>();

    private final Map<String, Usage> byUser = new HashMap<>();
    private Usage all = Usage.NONE;

    WaitingRoom(Supplier<QueryLimits> limits, BooleanSupplier isMachineTight) {
        this.limits = limits;
        this.isMachineTight = isMachineTight;
    }

    /** Somebody who waits, or has a place. Whoever has one gives it back by {@link #leave}. */
    Waiter enter(String user, ResourceGroup group) {
        lock.lock();
        try {
            QueryLimits now = limits.get();
            WaitingLine line = lines.computeIfAbsent(group.name(), _ -> new WaitingLine());
            Waiter waiter = new Waiter(user, group, now.memory().perQueryBytes(), lock.newCondition());
            int own = line.add(waiter);
            serve();
            if (waiter.state == State.WAITING && own > now.places().waitingPerUserMax()) {
                remove(waiter);
                throw Refusal.queueFull(now.places().waitingPerUserMax());
            }
            if (waiter.state == State.WAITING && line.waitingCount() > group.waitingMax()) {
                remove(waiter);
                throw Refusal.groupQueueFull(group);
            }
            return waiter;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the place; throws if there is none in time or the waiter is called away. */
    void await(Waiter waiter, Duration timeout) {
        long nanos = timeout.toNanos();
        lock.lock();
        try {
            while (waiter.state == State.WAITING && nanos > 0) {
                nanos = waiter.change.awaitNanos(nanos);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            waiter.callAway();
        } finally {
            lock.unlock();
        }
        finish(waiter, timeout);
    }

    private void finish(Waiter waiter, Duration timeout) {
        lock.lock();
        try {
            switch (waiter.state) {
                case SERVED -> {}
                case CALLED_AWAY -> {
                    remove(waiter);
                    throw Refusal.cancelled();
                }
                case WAITING -> {
                    boolean lacksMemory = fitsPlaces(waiter) && !fitsMemory(waiter);
                    remove(waiter);
                    throw lacksMemory ? Refusal.noMemory(timeout) : Refusal.noPlace(timeout, waiter.group);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Gives a place back. */
    void leave(Waiter waiter) {
        lock.lock();
        try {
            all = all.without(waiter.bytes);
            byUser.computeIfPresent(
                    waiter.user, (_, usage) -> usage.without(waiter.bytes).orNull());
            lines.computeIfPresent(waiter.group.name(), (_, line) -> {
                line.leave(waiter);
                return line.isEmpty() ? null : line;
            });
            serve();
        } finally {
            lock.unlock();
        }
    }

    /** Looks again who can be served: limits may have changed, or the machine has memory again. */
    void lookAgain() {
        lock.lock();
        try {
            serve();
        } finally {
            lock.unlock();
        }
    }

    private void remove(Waiter waiter) {
        lines.computeIfPresent(waiter.group.name(), (_, line) -> {
            line.remove(waiter);
            return line.isEmpty() ? null : line;
        });
    }

    private void serve() {
        Optional<Waiter> next = next();
        while (next.isPresent()) {
            serve(next.get());
            next = next();
        }
    }

    /** The first of the group that has the fewest places for its weight. */
    private Optional<Waiter> next() {
        return lines.values().stream()
                .flatMap(line -> line.next(this::fits).stream())
                .min(Comparator.comparingDouble(
                        first -> (double) usageOf(first.group).count() / first.group.weight()));
    }

    private void serve(Waiter waiter) {
        String group = waiter.group.name();
        WaitingLine line = lines.remove(group);
        if (line != null) {
            line.serve(waiter);
            lines.put(group, line);
        }
        all = all.with(waiter.bytes);
        byUser.merge(waiter.user, Usage.NONE.with(waiter.bytes), (usage, _) -> usage.with(waiter.bytes));
        waiter.state = State.SERVED;
        waiter.change.signal();
    }

    private boolean fits(Waiter waiter) {
        return fitsPlaces(waiter) && fitsMemory(waiter);
    }

    private boolean fitsPlaces(Waiter waiter) {
        QueryLimits.Places places = limits.get().places();
        return all.count() < places.runningMax()
                && usageOf(waiter.user).count() < places.runningPerUserMax()
                && usageOf(waiter.group).count() < current(waiter.group).runningMax();
    }

    /** One query always fits, however small the budget is: none would ever start otherwise. */
    private boolean fitsMemory(Waiter waiter) {
        QueryLimits.Memory memory = limits.get().memory();
        boolean isCalm = all.count() == 0 || !isMachineTight.getAsBoolean();
        return isCalm
                && all.fits(waiter.bytes, memory.budgetBytes())
                && usageOf(waiter.user).fits(waiter.bytes, memory.perUserBytes())
                && usageOf(waiter.group)
                        .fits(waiter.bytes, current(waiter.group).share(memory.budgetBytes()));
    }

    private Usage usageOf(String user) {
        return byUser.getOrDefault(user, Usage.NONE);
    }

    private Usage usageOf(ResourceGroup group) {
        WaitingLine line = lines.get(group.name());
        return line == null ? Usage.NONE : line.usage();
    }

    /** A reload may have changed it since; one that is gone keeps its last limits. */
    private ResourceGroup current(ResourceGroup group) {
        return limits.get().groups().find(group.name()).orElse(group);
    }

    int waitingCount() {
        lock.lock();
        try {
            return lines.values().stream().mapToInt(WaitingLine::waitingCount).sum();
        } finally {
            lock.unlock();
        }
    }

    int runningCount() {
        lock.lock();
        try {
            return all.count();
        } finally {
            lock.unlock();
        }
    }

    long reservedBytes() {
        lock.lock();
        try {
            return all.bytes();
        } finally {
            lock.unlock();
        }
    }

    /** Somebody's claim on a place. Its state is the room's to change, under the room's lock. */
    final class Waiter {
        private final String user;
        private final ResourceGroup group;
        private final long bytes;
        private final Condition change;
        private State state = State.WAITING;

        private Waiter(String user, ResourceGroup group, long bytes, Condition change) {
            this.user = user;
            this.group = group;
            this.bytes = bytes;
            this.change = change;
        }

        String user() {
            return user;
        }

        long bytes() {
            return bytes;
        }

        /** Ends the wait, if it still is one. */
        void callAway() {
            lock.lock();
            try {
                if (state == State.WAITING) {
                    state = State.CALLED_AWAY;
                    change.signal();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private enum State {
        WAITING,
        SERVED,
        CALLED_AWAY
    }
}
