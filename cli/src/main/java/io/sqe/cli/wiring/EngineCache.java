package io.sqe.cli.wiring;

import io.sqe.executor.DataCacheState;
import io.sqe.executor.Executor;
import io.sqe.executor.ExecutorException;
import io.sqe.gateway.system.CacheState;
import io.sqe.gateway.system.CacheStatistics;
import io.sqe.gateway.system.NamedCache;

/** Lists what the engine keeps of data files among the caches: the engine does not know of those. */
final class EngineCache {
    private EngineCache() {}

    static CacheStatistics of(Executor executor) {
        return new NamedCache("data", () -> state(now(executor)));
    }

    /** An engine that cannot say so keeps nothing. */
    private static DataCacheState now(Executor executor) {
        try {
            return executor.dataCache();
        } catch (ExecutorException unknown) {
            return DataCacheState.NONE;
        }
    }

    private static CacheState state(DataCacheState held) {
        return new CacheState(held.entries(), held.bytes(), held.bytesMax(), held.hits(), held.misses(), held.drops());
    }
}
