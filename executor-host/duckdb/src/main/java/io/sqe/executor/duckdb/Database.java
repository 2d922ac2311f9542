package io.sqe.executor.duckdb;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * An in-memory DuckDB instance: its threads, its memory limit and the tables that its connections share. Safe for any number
 * of threads. Closed by whoever opened it; closing ends its connections.
 */
public final class Database implements AutoCloseable {
    /** What a session of a locked instance may still set: whether it is watched, and its zone. None of it writes a file. */
    private static final String SESSION_SETTINGS =
            "['enable_progress_bar', 'enable_progress_bar_print', 'progress_bar_time', 'enable_profiling', 'profiling_coverage', 'TimeZone']";

    private final DuckDbLibrary library;
    private final CApi api;
    private final OwnedHandle instance;
    private final DeepStack deepStack = new DeepStack();
    private final BatchTables tables = new BatchTables();
    private boolean tablesAreRegistered;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    private Database(DuckDbLibrary library, OwnedHandle instance) {
        this.library = library;
        this.api = library.api();
        this.instance = instance;
    }

    /** Opens an instance and locks it, unless the options leave it open. */
    public static Database open(DuckDbLibrary library, DatabaseOptions options) {
        Database database = new Database(library, createInstance(library, startOptions(options)));
        try {
            database.attachMemory();
            database.applySettings(options);
            return database;
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    /** Opens a session, which the caller closes. */
    public Connection connect() {
        try (Call call = new Call(api)) {
            call.check(api.connectionCreate(instance.handle(), call.out(), call.err()));
            Connection connection =
                    new Connection(this, api, new OwnedHandle(call.outHandle(), api::connectionDestroy));
            connections.add(connection);
            return connection;
        }
    }

    /** Makes a Java function known to all connections, until the database is closed. */
    public void register(ScalarFunction function) {
        try (Connection connection = connect()) {
            library.scalarCallbacks().register(connection, function);
        }
    }

    /** Makes batches readable by all connections, as {@link BatchTable#sql}, until the answer is closed. */
    public BatchTable provide(String name, BatchSource source) {
        registerTables();
        tables.add(name, source);
        return new BatchTable(tables, name);
    }

    /** Interrupts and ends all sessions, then the instance. */
    @Override
    public void close() {
        connections.forEach(Connection::close);
        deepStack.close();
        instance.close();
    }

    DeepStack deepStack() {
        return deepStack;
    }

    void forget(Connection connection) {
        connections.remove(connection);
    }

    private synchronized void registerTables() {
        if (tablesAreRegistered) {
            return;
        }
        try (Connection connection = connect()) {
            BatchTables.register(api, connection, tables, library.objects(), library.tableCallbacks());
        }
        tablesAreRegistered = true;
    }

    private static OwnedHandle createInstance(DuckDbLibrary library, Map<String, String> options) {
        CApi api = library.api();
        try (Call call = new Call(api)) {
            MemorySegment names = call.arena().allocate(options.size() * Call.STR_BYTES, 8);
            MemorySegment texts = call.arena().allocate(options.size() * Call.STR_BYTES, 8);
            long position = 0;
            for (Map.Entry<String, String> option : options.entrySet()) {
                call.writeStr(names.asSlice(position, Call.STR_BYTES), option.getKey());
                call.writeStr(texts.asSlice(position, Call.STR_BYTES), option.getValue());
                position += Call.STR_BYTES;
            }
            call.check(api.instanceCreateWithOptions(
                    library.environment(), names, texts, options.size(), call.out(), call.err()));
            return new OwnedHandle(call.outHandle(), api::instanceDestroy);
        }
    }

    private static Map<String, String> startOptions(DatabaseOptions options) {
        Map<String, String> start = new LinkedHashMap<>();
        start.put("threads", Integer.toString(options.threads()));
        start.put("autoinstall_known_extensions", "false");
        start.put("autoload_known_extensions", "false");
        if (options.memoryLimitBytes() > 0) {
            start.put("memory_limit", options.memoryLimitBytes() + "B");
        }
        Path temp = options.tempDirectory();
        start.put("temp_directory", temp == null ? "" : temp.toAbsolutePath().toString());
        return start;
    }

    private void attachMemory() {
        try (Call call = new Call(api)) {
            call.check(api.instanceAttach(
                    instance.handle(), call.str("memory"), call.str(":memory:"), MemorySegment.NULL, true, call.err()));
        }
    }

    /** Settings that only work once the instance runs, and at last the lock. */
    private void applySettings(DatabaseOptions options) {
        try (Connection connection = connect()) {
            if (options.tempBytesMax() > 0) {
                connection.execute("SET max_temp_directory_size = '%dB'".formatted(options.tempBytesMax()));
            }
            options.settings()
                    .forEach((name, setting) ->
                            connection.execute("SET GLOBAL %s = %s".formatted(name, quoted(setting))));
            if (options.access() == DatabaseOptions.Access.LOCKED) {
                lock(connection, options.allowedDirectories());
            }
        }
    }

    private static void lock(Connection connection, List<Path> directories) {
        connection.execute("SET allowed_configs = " + SESSION_SETTINGS);
        String list = directories.stream()
                .map(directory -> quoted(directory.toAbsolutePath().toString()))
                .collect(Collectors.joining(", ", "[", "]"));
        connection.execute("SET allowed_directories = " + list);
        connection.execute("SET enable_external_access = false");
        connection.execute("SET lock_configuration = true");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
