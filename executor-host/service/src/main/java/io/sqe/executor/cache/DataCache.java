package io.sqe.executor.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sqe.executor.DataCacheState;
import io.sqe.executor.cache.EngineTables.Holdings;
import io.sqe.executor.duckdb.Database;
import io.sqe.executor.duckdb.DuckDbException;
import io.sqe.executor.lowering.EngineSql.WholeFiles;
import io.sqe.executor.lowering.HeldTables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.apache.arrow.memory.BufferAllocator;

/**
 * Tables of the engine's own with what is in data files that are read often: the engine reads them several times as fast. Safe for use by
 * many threads; closed by its opener, before the database.
 *
 * <p>Data files never change, so a table holds for good; that the files are still there as they were is looked at with each use. A
 * query has a table only for files that its plan names, whose reader is entitled to them or there would be no such plan. Files are
 * loaded beside the queries that read them, and queries never wait for that.
 */
public final class DataCache implements AutoCloseable {
    private static final Duration COUNTED_FOR = Duration.ofMinutes(1);

    /** Reads of more files are left alone: their list hardly ever comes again, and would have to be looked at file by file. */
    private static final int FILES_MAX = 64;

    /** File lists that are counted, or remembered as refused. */
    private static final int FILE_LISTS_MAX = 1_000;

    /** File lists that wait to be loaded; what is asked for beyond that is asked for again. */
    private static final int WAITING_MAX = 16;

    /** How long files that could not be loaded are not tried again. */
    private static final Duration REFUSED_FOR = Duration.ofMinutes(10);

    /** What a table takes, as a multiple of its files: 3.6 to 7.7 for TPC-H's. */
    private static final int BYTES_PER_FILE_BYTE = 6;

    /** A table that was read more recently never makes room: else two that do not fit together would replace each other. */
    private static final Duration IN_USE = Duration.ofMinutes(1);

    private static final Duration SWEEP_PERIOD = Duration.ofSeconds(1);

    private final DataCacheLimits limits;
    private final EngineTables engine;
    private final Map<WholeFiles, HeldTable> tables = new HashMap<>();
    /** On their way into a table. */
    private final Set<WholeFiles> loading = ConcurrentHashMap.newKeySet();

    /** No longer served, dropped when nobody reads them. */
    private final List<HeldTable> leaving = new ArrayList<>();

    private final Cache<WholeFiles, AtomicInteger> uses = Caffeine.newBuilder()
            .maximumSize(FILE_LISTS_MAX)
            .expireAfterWrite(COUNTED_FOR)
            .build();
    private final Cache<WholeFiles, Boolean> refused = Caffeine.newBuilder()
            .maximumSize(FILE_LISTS_MAX)
            .expireAfterWrite(REFUSED_FOR)
            .build();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder drops = new LongAdder();

    /** The one thread that makes and drops tables. */
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sqe-data-cache").daemon(true).factory());

    private DataCache(DataCacheLimits limits, EngineTables engine) {
        this.limits = limits;
        this.engine = engine;
    }

    /** Opens a cache without tables. */
    public static DataCache open(DataCacheLimits limits, Database database, BufferAllocator allocator) {
        DataCache cache = new DataCache(limits, new EngineTables(database, allocator));
        if (!limits.isOff()) {
            // Ends with the keeper; its future is of no use.
            var _ = cache.keeper.scheduleWithFixedDelay(
                    cache::sweep, SWEEP_PERIOD.toMillis(), SWEEP_PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        }
        return cache;
    }

    /** For one query, which closes it when it no longer reads. */
    public Lease lease() {
        return new Lease();
    }

    /** What is held, and how it has served so far. */
    public DataCacheState state() {
        long entries;
        long bytes;
        synchronized (tables) {
            entries = tables.size();
            bytes = tables.values().stream().mapToLong(HeldTable::bytes).sum();
        }
        return new DataCacheState(entries, bytes, limits.bytesMax(), hits.sum(), misses.sum(), drops.sum());
    }

    /** Waits until everything that queries have asked for so far is loaded or refused. */
    public void awaitLoads() throws InterruptedException, ExecutionException {
        keeper.submit(() -> {}).get();
    }

    @Override
    public void close() {
        engine.close();
        keeper.shutdownNow();
        keeper.close();
    }

    private void count(WholeFiles files) {
        misses.increment();
        boolean isDue = uses.get(files, _ -> new AtomicInteger()).incrementAndGet() >= limits.usesMin();
        boolean mayLoad = isDue && refused.getIfPresent(files) == null && loading.size() < WAITING_MAX;
        if (mayLoad && loading.add(files)) {
            uses.invalidate(files);
            try {
                keeper.execute(() -> load(files));
            } catch (RejectedExecutionException closed) {
                // the files are read as they are
            }
        }
    }

    private void load(WholeFiles files) {
        try {
            loadIfItFits(files);
        } catch (DuckDbException unreadableOrTooLarge) {
            refused.put(files, true);
        } finally {
            loading.remove(files);
        }
    }

    private void loadIfItFits(WholeFiles files) {
        Optional<FileStamps> before = FileStamps.of(files.paths());
        synchronized (tables) {
            if (before.isEmpty() || tables.containsKey(files)) {
                return;
            }
        }
        if (hasRoomFor(
                before.get().bytes() * BYTES_PER_FILE_BYTE, engine.holdings().bytes())) {
            keep(files, before.get());
        }
    }

    private void keep(WholeFiles files, FileStamps stamps) {
        long before = engine.holdings().bytes();
        Optional<String> name = engine.make(files, limits.bytesMax());
        if (name.isEmpty()) {
            refused.put(files, true);
            return;
        }
        long bytes = engine.holdings().bytes() - before;
        synchronized (tables) {
            tables.put(files, new HeldTable(files, stamps, name.get(), bytes));
        }
    }

    /** Drops what nobody has read for a while until so many bytes are free. */
    private boolean hasRoomFor(long bytes, long held) {
        if (bytes > limits.bytesMax()) {
            return false;
        }
        long free = limits.bytesMax() - held;
        while (free < bytes) {
            Optional<HeldTable> unused = longestUnused(table -> table.isIdleFor(IN_USE));
            if (unused.isEmpty()) {
                return false;
            }
            free += unused.get().bytes();
            dropUnread();
        }
        return true;
    }

    /** Takes out the one that was not read for longest, if there is one that may go. */
    private Optional<HeldTable> longestUnused(Predicate<HeldTable> mayGo) {
        synchronized (tables) {
            Optional<HeldTable> unused =
                    tables.values().stream().filter(mayGo).max(Comparator.comparing(HeldTable::idle));
            unused.ifPresent(this::takeOut);
            return unused;
        }
    }

    private void takeOut(HeldTable table) {
        if (tables.remove(table.files(), table)) {
            leaving.add(table);
            drops.increment();
        }
    }

    private void sweep() {
        try {
            synchronized (tables) {
                List.copyOf(tables.values()).stream()
                        .filter(table -> table.isIdleFor(limits.idleMax()))
                        .forEach(this::takeOut);
            }
            dropUnread();
            Holdings holdings = isEmpty() ? new Holdings(0, 0) : engine.holdings();
            if (holdings.spilledBytes() > 0) {
                // Queries need the memory; to read a table from disk would be no faster than its files.
                longestUnused(table -> !table.isRead());
                dropUnread();
            }
        } catch (DuckDbException outOfMemory) {
            // tried again with the next sweep
        }
    }

    private boolean isEmpty() {
        synchronized (tables) {
            return tables.isEmpty();
        }
    }

    private void dropUnread() {
        List<HeldTable> unread;
        synchronized (tables) {
            unread = leaving.stream().filter(table -> !table.isRead()).toList();
        }
        for (HeldTable table : unread) {
            engine.drop(table.name());
            synchronized (tables) {
                leaving.remove(table);
            }
        }
    }

    /** The tables that one query reads. Used by one thread at a time. */
    public final class Lease implements HeldTables, AutoCloseable {
        private final Map<WholeFiles, Optional<HeldTable>> found = new HashMap<>();

        private Lease() {}

        @Override
        public Optional<String> find(WholeFiles files) {
            return found.computeIfAbsent(files, this::take).map(HeldTable::name);
        }

        private Optional<HeldTable> take(WholeFiles files) {
            if (limits.isOff() || files.paths().size() > FILES_MAX) {
                return Optional.empty();
            }
            Optional<HeldTable> table = taken(files);
            if (table.isPresent()) {
                hits.increment();
            } else {
                count(files);
            }
            return table;
        }

        private Optional<HeldTable> taken(WholeFiles files) {
            synchronized (tables) {
                if (!tables.containsKey(files)) {
                    return Optional.empty();
                }
            }
            Optional<FileStamps> now = FileStamps.of(files.paths());
            synchronized (tables) {
                Optional<HeldTable> held = Optional.ofNullable(tables.get(files));
                if (now.isPresent() && held.isPresent() && held.get().isOf(now.get())) {
                    held.get().take();
                    return held;
                }
                held.ifPresent(DataCache.this::takeOut);
                return Optional.empty();
            }
        }

        @Override
        public void close() {
            synchronized (tables) {
                found.values().forEach(table -> table.ifPresent(HeldTable::giveBack));
            }
            found.clear();
        }
    }
}
