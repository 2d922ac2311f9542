package io.sqe.executor;

/**
 * What an engine keeps of data files in its own format, and how that has served so far.
 *
 * @param entries file lists
 * @param bytes of memory
 * @param bytesMax the limit of {@code bytes}; 0 without such a cache
 * @param hits reads of files that were served
 * @param misses reads of files that were not
 * @param drops entries that are gone: unused, or of files that are gone
 */
public record DataCacheState(long entries, long bytes, long bytesMax, long hits, long misses, long drops) {
    public static final DataCacheState NONE = new DataCacheState(0, 0, 0, 0, 0, 0);
}
