package io.sqe.gateway.lifecycle;

import io.sqe.gateway.caching.ResultCache;
import io.sqe.gateway.system.CacheStatistics;
import io.sqe.gateway.system.RuntimeState;
import java.util.List;
import java.util.Optional;

/**
 * What an engine shares with the program around it.
 *
 * @param runtime what {@code system.runtime} lists
 * @param results results that may be served again
 * @param caches those of rooms that the engine does not know, for {@code system.runtime.caches}
 */
public record EngineSurroundings(RuntimeState runtime, Optional<ResultCache> results, List<CacheStatistics> caches) {
    /** Nobody watches, and every query is run. */
    public static final EngineSurroundings NONE =
            new EngineSurroundings(RuntimeState.UNWATCHED, Optional.empty(), List.of());

    public EngineSurroundings {
        caches = List.copyOf(caches);
    }

    /** The same with caches that come to be known. */
    public EngineSurroundings listing(List<CacheStatistics> further) {
        return new EngineSurroundings(runtime, results, further);
    }
}
