package io.sqe.gateway.system;

/** A cache as an operator sees it. Safe for use by many threads. */
public interface CacheStatistics {

    /** As metrics and {@code system.runtime.caches} call it, such as {@code result}. */
    String name();

    CacheState state();
}
