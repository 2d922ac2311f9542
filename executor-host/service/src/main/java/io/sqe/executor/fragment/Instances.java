package io.sqe.executor.fragment;

import io.sqe.executor.duckdb.Database;
import io.sqe.executor.duckdb.DatabaseOptions;
import io.sqe.executor.duckdb.DuckDbLibrary;
import io.sqe.executor.writing.BucketFunctions;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
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
    private final Deque<Path> extraFolders = new ArrayDeque<>();
    private @Nullable Instance current;
    private boolean isClosed;

    Instances(DuckDbLibrary library, DatabaseOptions options, List<Path> folders, DeletionVectors deletionVectors) {
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
        boolean isNew = allow(needed);
        Instance instance = current;
        if (instance == null || isNew) {
            instance = open();
        }
        instance.users++;
        return instance;
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

    private Instance open() {
        List<Path> allowed = new ArrayList<>(folders);
        allowed.addAll(extraFolders);
        Instance opened = new Instance(Database.open(library, options.withAllowedDirectories(allowed)));
        BucketFunctions.all().forEach(opened.database::register);
        opened.database.register(deletionVectors.function());
        Instance previous = current;
        current = opened;
        if (previous != null) {
            closeIfUnused(previous);
        }
        return opened;
    }

    private void closeIfUnused(Instance instance) {
        if (instance.users == 0 && instance != current) {
            instance.database.close();
        }
    }

    /** Puts folders on the list; true if one of them was not. */
    private boolean allow(Collection<String> needed) {
        boolean isNew = false;
        for (String text : needed) {
            Path folder = absolute(Path.of(text));
            if (!isUnder(folder, folders) && !isUnder(folder, extraFolders)) {
                extraFolders.addLast(folder);
                isNew = true;
            }
        }
        while (extraFolders.size() > EXTRA_FOLDERS_MAX) {
            extraFolders.removeFirst();
        }
        return isNew;
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
        private int users;

        private Instance(Database database) {
            this.database = database;
        }

        Database database() {
            return database;
        }
    }
}
