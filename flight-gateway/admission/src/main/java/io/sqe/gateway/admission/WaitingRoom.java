package io.sqe.gateway.admission;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Gives places and memory to queries. Users take turns: whoever was served goes behind the others, so that one with a thousand
 * queries keeps nobody waiting longer than one with two. Within a user the first comes first. Safe for use by many threads.
 */
final class WaitingRoom {
    private final Supplier<QueryLimits> limits;
    private final ReentrantLock lock = new ReentrantLock();
    /** In the order of their turns. */
    private final Map<String, Deque<Waiter>> waiting = new LinkedHashMap<>();

    private final Map<String, Usage> byUser = new HashMap<>();
    private Usage all = Usage.NONE;

    WaitingRoom(Supplier<QueryLimits> limits) {
        this.limits = limits;
    }

    /** Somebody who waits, or has a place. Whoever has one gives it back by {@link #leave}. */
    Waiter enter(String user) {
        lock.lock();
        try {
            QueryLimits now = limits.get();
            Deque<Waiter> own = waiting.computeIfAbsent(user, _ -> new ArrayDeque<>());
            Waiter waiter = new Waiter(user, now.memory().perQueryBytes(), lock.newCondition());
            own.addLast(waiter);
            serve();
            if (waiter.state == State.WAITING && own.size() > now.places().waitingPerUserMax()) {
                remove(waiter);
                throw Refusal.queueFull(now.places().waitingPerUserMax());
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
                    boolean lacksMemory = !fitsMemory(waiter) && fitsPlaces(waiter.user);
                    remove(waiter);
                    throw lacksMemory ? Refusal.noMemory(timeout) : Refusal.noPlace(timeout);
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
            serve();
        } finally {
            lock.unlock();
        }
    }

    private void remove(Waiter waiter) {
        waiting.computeIfPresent(waiter.user, (_, own) -> {
            own.remove(waiter);
            return own.isEmpty() ? null : own;
        });
    }

    /** Serves whoever can be, a user a turn, until nobody can. */
    private void serve() {
        boolean served = true;
        while (served && all.count() < limits.get().places().runningMax()) {
            served = waiting.values().stream()
                    .map(Deque::peekFirst)
                    .filter(first -> first != null && fitsPlaces(first.user) && fitsMemory(first))
                    .findFirst()
                    .map(this::serve)
                    .orElse(false);
        }
    }

    private boolean serve(Waiter waiter) {
        remove(waiter);
        Deque<Waiter> next = waiting.remove(waiter.user);
        if (next != null) {
            waiting.put(waiter.user, next);
        }
        all = all.with(waiter.bytes);
        byUser.merge(waiter.user, Usage.NONE.with(waiter.bytes), (usage, _) -> usage.with(waiter.bytes));
        waiter.state = State.SERVED;
        waiter.change.signal();
        return true;
    }

    private boolean fitsPlaces(String user) {
        QueryLimits.Places places = limits.get().places();
        return all.count() < places.runningMax() && usage(user).count() < places.runningPerUserMax();
    }

    /** One query always fits, however small the budget is: none would ever start otherwise. */
    private boolean fitsMemory(Waiter waiter) {
        QueryLimits.Memory memory = limits.get().memory();
        return all.fits(waiter.bytes, memory.budgetBytes())
                && usage(waiter.user).fits(waiter.bytes, memory.perUserBytes());
    }

    private Usage usage(String user) {
        return byUser.getOrDefault(user, Usage.NONE);
    }

    int waitingCount() {
        lock.lock();
        try {
            return waiting.values().stream().mapToInt(Deque::size).sum();
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
        private final long bytes;
        private final Condition change;
        private State state = State.WAITING;

        private Waiter(String user, long bytes, Condition change) {
            this.user = user;
            this.bytes = bytes;
            this.change = change;
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
