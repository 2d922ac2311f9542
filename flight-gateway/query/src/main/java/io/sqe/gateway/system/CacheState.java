package io.sqe.gateway.system;

/**
 * What a cache holds and how it has served so far.
 *
 * @param bytes what its entries take, or weigh where that is not bytes of memory
 * @param bytesMax the limit of {@code bytes}
 * @param invalidations entries that are gone: too old, too many, or of what has changed since
 */
public record CacheState(long entries, long bytes, long bytesMax, long hits, long misses, long invalidations) {}
