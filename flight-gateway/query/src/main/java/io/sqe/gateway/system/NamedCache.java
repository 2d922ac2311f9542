package io.sqe.gateway.system;

import java.util.function.Supplier;

/**
 * A cache of another room, which does not know that it is listed here.
 *
 * @param now what it holds when it is asked
 */
public record NamedCache(String name, Supplier<CacheState> now) implements CacheStatistics {

    @Override
    public CacheState state() {
        return now.get();
    }
}
