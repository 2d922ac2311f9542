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
import java.util.Collection;
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
import java.util.stream.Collectors;
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

    /** How much longer than a load nothing is loaded after it: queries come first, whoever asks for what. */
    private static final int REST_PER_LOAD = 9;

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

    /** When the next load may begin, as {@link System#nanoTime()}. */
    private volatile long restUntilNanos = System.nanoTime();

    private volatile boolean isLoading;

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
            bytes = bytes(tables.values());
        }
        return new DataCacheState(entries, bytes, limits.bytesMax(), hits.sum(), misses.sum(), drops.sum());
    }

    /** Whether files are being loaded, with memory that is no query's. */
    public boolean isLoading() {
        return isLoading;
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
        boolean mayLoad = isDue && !isResting() && refused.getIfPresent(files) == null;
        if (mayLoad && loading.size() < WAITING_MAX && loading.add(files)) {
            uses.invalidate(files);
            try {
                keeper.execute(() -> load(files));
            } catch (RejectedExecutionException closed) {
                // the files are read as they are
            }
        }
    }

    boolean isResting() {
        return System.nanoTime() - restUntilNanos < 0;
    }

    private void load(WholeFiles files) {
        try {
            Optional<FileStamps> stamps = FileStamps.of(files.paths());
            if (stamps.isPresent() && !isResting() && makeRoom(files, stamps.get())) {
                keep(files, stamps.get());
            }
        } catch (DuckDbException unreadableOrTooLarge) {
            refused.put(files, true);
        } finally {
            loading.remove(files);
        }
    }

    private void keep(WholeFiles files, FileStamps stamps) {
        long begun = System.nanoTime();
        isLoading = true;
        try {
            long before = engine.holdings().totalBytes();
            Optional<String> name = engine.make(files, limits.bytesMax());
            if (name.isEmpty()) {
                refused.put(files, true);
                return;
            }
            long bytes = Math.max(0, engine.holdings().totalBytes() - before);
            synchronized (tables) {
                tables.put(files, new HeldTable(files, stamps, name.get(), bytes));
            }
        } finally {
            isLoading = false;
            long ended = System.nanoTime();
            restUntilNanos = ended + REST_PER_LOAD * (ended - begun);
        }
    }

    /** Drops what stands in the way of files and was not read for a while; answers whether there is room now. */
    private boolean makeRoom(WholeFiles files, FileStamps stamps) {
        Holdings holdings = engine.holdings();
        long needed = stamps.bytes() * BYTES_PER_FILE_BYTE;
        synchronized (tables) {
            List<HeldTable> going = tables.values().stream()
                    .filter(table -> table.shares(files))
                    .collect(Collectors.toCollection(ArrayList::new));
            if (holdings.isSpilled() || !going.stream().allMatch(DataCache::mayGo)) {
                return false;
            }
            long free = limits.bytesMax() - holdings.totalBytes() + bytes(going);
            for (HeldTable unused : longestUnusedFirst()) {
                if (free < needed && mayGo(unused) && !going.contains(unused)) {
                    going.add(unused);
                    free += unused.bytes();
                }
            }
            if (free < needed) {
                return false;
            }
            going.forEach(this::takeOut);
        }
        dropUnread();
        return true;
    }

    private static boolean mayGo(HeldTable table) {
        return table.isIdleFor(IN_USE);
    }

    private static long bytes(Collection<HeldTable> tables) {
        return tables.stream().mapToLong(HeldTable::bytes).sum();
    }

    private List<HeldTable> longestUnusedFirst() {
        return tables.values().stream()
                .sorted(Comparator.comparingLong(HeldTable::lastUse))
                .toList();
    }

    private void takeOut(HeldTable table) {
        if (tables.remove(table.files(), table)) {
            leaving.add(table);
            drops.increment();
        }
    }

    /** Drops what is idle, or was pressed out of memory. */
    void sweep() {
        try {
            synchronized (tables) {
                List.copyOf(tables.values()).stream()
                        .filter(table -> table.isIdleFor(limits.idleMax()))
                        .forEach(this::takeOut);
            }
            Holdings holdings = isEmpty() ? Holdings.NONE : engine.holdings();
            if (holdings.isSpilled()) {
                giveMemoryBack();
            }
            dropUnread();
        } catch (RuntimeException outOfMemory) { // catches all: there would be no other sweep
            // tried again with the next one
        }
    }

    /** Queries need it; to read a table from disk would be no faster than its files. */
    private void giveMemoryBack() {
        synchronized (tables) {
            longestUnusedFirst().stream()
                    .filter(table -> !table.isRead())
                    .findFirst()
                    .ifPresent(table -> {
                        takeOut(table);
                        refused.put(table.files(), true);
                    });
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
        unread.forEach(this::drop);
    }

    private void drop(HeldTable table) {
        try {
            engine.drop(table.name());
        } catch (DuckDbException outOfMemory) {
            return; // the next sweep comes to it again
        }
        synchronized (tables) {
            leaving.remove(table);
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
