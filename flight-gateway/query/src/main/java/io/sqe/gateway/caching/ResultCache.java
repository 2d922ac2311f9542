package io.sqe.gateway.caching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.sqe.executor.ArrowStream;
import io.sqe.executor.FragmentOptions;
import io.sqe.gateway.planning.PlannedQuery;
import io.sqe.gateway.system.CacheState;
import io.sqe.gateway.system.CacheStatistics;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.jspecify.annotations.Nullable;

/**
 * Results that may be served again, off the heap and bounded. Safe for use by many threads. Whoever opened it closes it, after the
 * queries that read from it.
 */
public final class ResultCache implements CacheStatistics, AutoCloseable {
    /** Results that are copied at a time, beside what is kept already; further ones are only read. */
    private static final int RECORDINGS_MAX = 8;

    /** Memory comes in powers of two. */
    private static final int ROUNDING = 2;

    private final ResultCacheLimits limits;
    private final RootAllocator allocator;
    private final Cache<ResultKey, KeptResult> results;
    private final Semaphore recordings = new Semaphore(RECORDINGS_MAX);
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder removed = new LongAdder();

    private ResultCache(ResultCacheLimits limits) {
        this.limits = limits;
        this.allocator = new RootAllocator(limits.bytesMax() + RECORDINGS_MAX * ROUNDING * limits.entryBytesMax());
        this.results = Caffeine.newBuilder()
                .maximumWeight(limits.bytesMax())
                .weigher(ResultCache::weight)
                .expireAfterWrite(limits.timeToLive())
                .scheduler(Scheduler.systemScheduler())
                .executor(Runnable::run)
                .removalListener(this::removed)
                .build();
    }

    /** An empty cache; the caller closes it. */
    public static ResultCache open(ResultCacheLimits limits) {
        return new ResultCache(limits);
    }

    private static int weight(ResultKey key, KeptResult result) {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, key.bytes() + result.bytes()));
    }

    private void removed(@Nullable ResultKey key, @Nullable KeptResult result, RemovalCause cause) {
        if (cause != RemovalCause.REPLACED) {
            removed.increment();
        }
        if (result != null) {
            result.letGo();
        }
    }

    /** What may be done with the result of this query: it is found, kept when it has been read, or neither. */
    public Claim claim(PlannedQuery query, FragmentOptions options) {
        return new Claim(ResultKey.of(query, options));
    }

    @Override
    public String name() {
        return "result";
    }

    @Override
    public CacheState state() {
        results.cleanUp();
        return new CacheState(
                results.estimatedSize(),
                results.asMap().values().stream().mapToLong(KeptResult::bytes).sum(),
                limits.bytesMax(),
                hits.sum(),
                misses.sum(),
                removed.sum());
    }

    /** Bytes of memory that are taken, by results that are kept, being recorded, or being read for the last time. */
    long allocatedBytes() {
        return allocator.getAllocatedMemory();
    }

    /** Forgets all results; who reads one goes on. */
    public void clear() {
        results.invalidateAll();
    }

    @Override
    public void close() {
        clear();
        results.cleanUp();
        allocator.close();
    }

    /** One query's dealings with the cache. */
    public final class Claim {
        private final Optional<ResultKey> key;

        private Claim(Optional<ResultKey> key) {
            this.key = key;
        }

        /**
         * The rows, if the very same was computed before; the caller closes them.
         *
         * @param reader accounts for the batches while they are read
         */
        public Optional<ArrowStream> open(BufferAllocator reader) {
            Optional<ArrowStream> known = key.flatMap(asked -> Optional.ofNullable(results.getIfPresent(asked)))
                    .filter(KeptResult::claim)
                    .map(result -> new KeptRows(result, reader));
            key.ifPresent(_ -> (known.isPresent() ? hits : misses).increment());
            return known;
        }

        /** Begins to copy a result that is being computed, if it may be kept; the caller closes it with the result. */
        public Optional<Recording> openRecording() {
            if (key.isEmpty() || !recordings.tryAcquire()) {
                return Optional.empty();
            }
            ResultKey known = key.get();
            return Optional.of(new Recording(
                    allocator, limits.entryBytesMax(), whole -> results.put(known, whole), recordings::release));
        }
    }
}
