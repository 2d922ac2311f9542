package io.sqe.gateway.admission;

import io.sqe.gateway.admission.WaitingRoom.Waiter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Those of one resource group who wait. Users take turns: whoever was served goes behind the others, so that one with a thousand
 * queries keeps nobody waiting longer than one with two. Within a user the first comes first. Under the room's lock.
 */
final class WaitingLine {
    /** In the order of their turns. */
    private final Map<String, Deque<Waiter>> byUser = new LinkedHashMap<>();

    private Usage usage = Usage.NONE;

    /** Adds somebody; answers how many of the same user wait now. */
    int add(Waiter waiter) {
        Deque<Waiter> own = byUser.computeIfAbsent(waiter.user(), _ -> new ArrayDeque<>());
        own.addLast(waiter);
        return own.size();
    }

    void remove(Waiter waiter) {
        byUser.computeIfPresent(waiter.user(), (_, own) -> {
            own.remove(waiter);
            return own.isEmpty() ? null : own;
        });
    }

    /** Whose turn it is among those who can be served. */
    Optional<Waiter> next(Predicate<Waiter> canBeServed) {
        return byUser.values().stream()
                .flatMap(own -> own.stream().limit(1))
                .filter(canBeServed)
                .findFirst();
    }

    void serve(Waiter waiter) {
        remove(waiter);
        Deque<Waiter> later = byUser.remove(waiter.user());
        if (later != null) {
            byUser.put(waiter.user(), later);
        }
        usage = usage.with(waiter.bytes());
    }

    void leave(Waiter waiter) {
        usage = usage.without(waiter.bytes());
    }

    Usage usage() {
        return usage;
    }

    int waitingCount() {
        return byUser.values().stream().mapToInt(Deque::size).sum();
    }

    boolean isEmpty() {
        return byUser.isEmpty() && usage.count() == 0;
    }
}
