package io.sqe.executor.duckdb;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/** DuckDB's native library, loaded for the life of the process. Loading it twice gives two independent handles to the same code. */
public final class DuckDbLibrary {
    /** The distribution holds the library unpacked and names it here. */
    private static final String FILE_PROPERTY = "sqe.duckdb.library";

    private final CApi api;
    private final MemorySegment environment;
    private final String version;
    private final JavaObjects objects = new JavaObjects();
    private final Lazy<TableCallbacks> tableCallbacks;
    private final Lazy<ScalarCallbacks> scalarCallbacks;

    private DuckDbLibrary(CApi api) {
        this.api = api;
        this.tableCallbacks = new Lazy<>(() -> new TableCallbacks(api, objects));
        this.scalarCallbacks = new Lazy<>(() -> new ScalarCallbacks(api, objects));
        try (Call call = new Call(api)) {
            call.check(api.libraryVersion(call.out(), call.err()));
            this.version = call.outText();
        }
        try (Call call = new Call(api)) {
            call.check(api.environmentCreate(call.out(), call.err()));
            this.environment = call.outHandle();
        }
    }

    /**
     * Loads the library that the system property {@code sqe.duckdb.library} names. Without one, loads the library that the DuckDB
     * driver on the class path carries; it is unpacked once, into {@code sqe} under the user's cache folder.
     */
    public static DuckDbLibrary load() {
        String file = System.getProperty(FILE_PROPERTY);
        if (file != null) {
            return load(Path.of(file));
        }
        return load(BundledLibrary.ofThisPlatform().unpackInto(BundledLibrary.userCacheFolder()));
    }

    /** Loads the library from a file. */
    public static DuckDbLibrary load(Path file) {
        Symbols symbols;
        try {
            symbols = Symbols.of(file);
        } catch (IllegalArgumentException unreadable) {
            throw new UnusableLibraryException(
                    "Cannot load DuckDB from %s: the file is not a library for this machine.".formatted(file),
                    unreadable);
        }
        CApi api = new CApi(symbols);
        if (!symbols.missing().isEmpty()) {
            throw new UnusableLibraryException(
                    "Cannot use DuckDB from %s: it lacks %s. SQE needs DuckDB with the C API %s."
                            .formatted(file, String.join(", ", symbols.missing()), CApi.HEADER_VERSION));
        }
        return new DuckDbLibrary(api);
    }

    /** DuckDB's version, such as {@code v2.0.0}. */
    public String version() {
        return version;
    }

    CApi api() {
        return api;
    }

    /** The Java objects that DuckDB holds. */
    JavaObjects objects() {
        return objects;
    }

    TableCallbacks tableCallbacks() {
        return tableCallbacks.value();
    }

    ScalarCallbacks scalarCallbacks() {
        return scalarCallbacks.value();
    }

    MemorySegment environment() {
        return environment;
    }
}
