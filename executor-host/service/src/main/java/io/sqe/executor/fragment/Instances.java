package io.sqe.executor.fragment;

import io.sqe.executor.cache.DataCache;
import io.sqe.executor.duckdb.Database;
import io.sqe.executor.duckdb.DatabaseOptions;
import io.sqe.executor.duckdb.DuckDbLibrary;
import io.sqe.executor.writing.BucketFunctions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The locked engine instance that fragments run on. An instance's allow-list cannot grow: a fragment that reads files
 * elsewhere (a person's own files as tables) makes a new instance take over, which allows the new folder as well. The old one
 * ends with the last fragment on it.
 */
final class Instances implements AutoCloseable {
    /** Folders beyond the warehouses that an instance allows; the longest unused makes room. */
    private static final int EXTRA_FOLDERS_MAX = 64;

    private final DuckDbLibrary library;
    private final DatabaseOptions options;
    private final List<Path> folders;
    private final DeletionVectors deletionVectors;
    /** What the current instance allows beyond the warehouses, at least; the longest unused first. */
    private Set<Path> extraFolders = Set.of();

    private @Nullable Instance current;
    private boolean isClosed;

    private final Function<Database, DataCache> caches;

    /** @param caches opens the cache of an instance */
    Instances(
            DuckDbLibrary library,
            DatabaseOptions options,
            List<Path> folders,
            DeletionVectors deletionVectors,
            Function<Database, DataCache> caches) {
        this.caches = caches;
        this.deletionVectors = deletionVectors;
        this.library = library;
        this.options = options;
        this.folders = folders.stream().map(Instances::absolute).toList();
    }

    /** The instance that may read the folders; the caller releases it. */
    synchronized Instance acquire(Collection<String> needed) {
        if (isClosed) {
            throw new IllegalStateException("The executor is closed");
        }
        Set<Path> extra = extraWith(needed);
        Instance instance = current;
        if (instance == null || !extraFolders.containsAll(extra)) {
            instance = open(extra);
        }
        extraFolders = extra;
        instance.users++;
        return instance;
    }

    /** The current instance, if there is one; the caller releases it. */
    synchronized Optional<Instance> acquireOpen() {
        Optional<Instance> open = Optional.ofNullable(current);
        open.ifPresent(instance -> instance.users++);
        return open;
    }

    synchronized void release(Instance instance) {
        instance.users--;
        closeIfUnused(instance);
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        Instance last = current;
        current = null;
        if (last != null) {
            closeIfUnused(last);
        }
    }

    private Instance open(Set<Path> extra) {
        List<Path> allowed = new ArrayList<>(folders);
        allowed.addAll(extra);
        Database database = openDatabase(allowed);
        Instance opened = new Instance(database, caches.apply(database));
        Instance previous = current;
        current = opened;
        if (previous != null) {
            closeIfUnused(previous);
        }
        return opened;
    }

    private Database openDatabase(List<Path> allowed) {
        Database database = Database.open(library, options.withAllowedDirectories(allowed));
        try {
            BucketFunctions.all().forEach(database::register);
            database.register(deletionVectors.function());
            return database;
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    private void closeIfUnused(Instance instance) {
        if (instance.users == 0 && instance != current) {
            instance.cache.close();
            instance.database.close();
        }
    }

    /**
     * The folders that are allowed beyond the warehouses once a fragment has these: the longest unused first, and as many as there
     * may be, but always all that the fragment needs.
     */
    private Set<Path> extraWith(Collection<String> needed) {
        Set<Path> used = new LinkedHashSet<>();
        for (String text : needed) {
            Path folder = absolute(Path.of(text));
            if (!isUnder(folder, folders)) {
                used.add(allowedAbove(folder).orElse(folder));
            }
        }
        List<Path> unused =
                extraFolders.stream().filter(folder -> !used.contains(folder)).toList();
        int kept = Math.clamp((long) EXTRA_FOLDERS_MAX - used.size(), 0, unused.size());
        Set<Path> all = new LinkedHashSet<>(unused.subList(unused.size() - kept, unused.size()));
        all.addAll(used);
        return all;
    }

    private Optional<Path> allowedAbove(Path folder) {
        return extraFolders.stream().filter(folder::startsWith).findFirst();
    }

    private static boolean isUnder(Path folder, Collection<Path> allowed) {
        return allowed.stream().anyMatch(folder::startsWith);
    }

    private static Path absolute(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    /** An open instance and how many fragments use it. */
    static final class Instance {
        private final Database database;
        private final DataCache cache;
        private final QuotientFunctions quotients;
        private int users;

        private Instance(Database database, DataCache cache) {
            this.database = database;
            this.cache = cache;
            this.quotients = new QuotientFunctions(database);
        }

        Database database() {
            return database;
        }

        DataCache cache() {
            return cache;
        }

        QuotientFunctions quotients() {
            return quotients;
        }
    }
}
