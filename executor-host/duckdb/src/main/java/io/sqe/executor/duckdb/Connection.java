package io.sqe.executor.duckdb;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.jspecify.annotations.Nullable;

/**
 * A session on a database. It runs one statement at a time and has at most one open {@link ArrowStream}. Used by one thread
 * at a time, but for {@link #interrupt}, {@link #progress} and {@link #close}, which any thread may call at any time. Cheap:
 * open one per query. Closed by whoever opened it.
 */
public final class Connection implements AutoCloseable {
    private static final String PLAN_COLUMN = "explain_value";
    private static final int PLAN_ROWS_MAX = 10;

    private static final Map<String, String> TRACKED =
            Map.of("enable_progress_bar", "true", "enable_progress_bar_print", "false", "progress_bar_time", "0");

    private final Database database;
    private final CApi api;
    private final OwnedHandle handle;
    /** Held while a statement runs or a batch is fetched, which may take long. */
    private final ReentrantLock executing = new ReentrantLock();
    /** Held while the handle is used without {@link #executing}, which never takes long. */
    private final ReentrantLock handleUse = new ReentrantLock();

    /** Counts interrupts: one that comes before DuckDB has begun the statement would be lost on it. */
    private final AtomicLong interrupts = new AtomicLong();

    private volatile @Nullable ArrowStream openStream;

    Connection(Database database, CApi api, OwnedHandle handle) {
        this.database = database;
        this.api = api;
        this.handle = handle;
    }

    /**
     * Starts a query and answers its batches.
     *
     * @param sql one statement that gives rows
     * @param batchRows the rows of a batch at most; small for a fast first row, 32,768 or more for throughput
     * @param allocator accounts for the batches
     */
    public ArrowStream query(String sql, int batchRows, BufferAllocator allocator) {
        long interruptsBefore = interrupts.get();
        return whileExecuting(sql, () -> {
            try (Statements statements = new Statements(api, handle.handle(), sql);
                    Call call = new Call(api)) {
                MemorySegment statement = statements.only();
                call.check(api.statementExecuteArrow(
                        handle.handle(),
                        statement,
                        MemorySegment.NULL,
                        MemorySegment.NULL,
                        0,
                        batchRows,
                        call.out(),
                        call.err()));
                OwnedHandle result = new OwnedHandle(call.outHandle(), api::arrowResultDestroy);
                refuseIfInterrupted(interruptsBefore, result);
                ArrowStream stream = ArrowStream.of(this, result, allocator);
                openStream = stream;
                return stream;
            }
        });
    }

    /** Runs any number of statements and answers the rows that they changed. */
    public long execute(String sql) {
        long interruptsBefore = interrupts.get();
        return whileExecuting(sql, () -> {
            long changed = 0;
            try (Statements statements = new Statements(api, handle.handle(), sql)) {
                for (MemorySegment next = statements.next(); next != null; next = statements.next()) {
                    changed += drain(next, interruptsBefore);
                }
            }
            return changed;
        });
    }

    /**
     * Interrupts the statement that is running: its thread gets a {@link DuckDbException.Interrupted}. Does nothing when none
     * runs or the connection is closed.
     */
    public void interrupt() {
        interrupts.incrementAndGet();
        handleUse.lock();
        try (Call call = new Call(api)) {
            if (!handle.isClosed()) {
                call.check(api.connectionInterrupt(handle.handle(), call.err()));
            }
        } finally {
            handleUse.unlock();
        }
    }

    /**
     * Has DuckDB publish {@link #progress} of the statements that follow: the default would be to draw it on the terminal.
     */
    public void trackProgress() {
        set(TRACKED);
    }

    /** The same, and has statements that follow read and write local times in a zone: in one call, since each query makes it. */
    public void trackProgress(ZoneId zone) {
        Map<String, String> settings = new HashMap<>(TRACKED);
        settings.put("TimeZone", IcuZone.nameOf(zone));
        set(settings);
    }

    /** Has DuckDB keep a {@link #profile} of each statement that follows. */
    public void profileStatements() {
        set(Map.of("enable_profiling", "no_output", "profiling_coverage", "ALL"));
    }

    /** What the last statement did, once its stream is closed. Call {@link #profileStatements} before it. */
    public QueryProfile profile() {
        return whileExecuting(() -> QueryProfile.read(api, handle.handle()));
    }

    /**
     * What the last statement did, with what each operator is about. DuckDB does not keep that: it is asked for its plan of the
     * statement once more.
     *
     * @param sql the last statement
     */
    public QueryProfile profile(String sql, BufferAllocator allocator) {
        QueryProfile profile = profile();
        try (ArrowStream plans = query("EXPLAIN (FORMAT JSON) " + sql, PLAN_ROWS_MAX, allocator);
                VectorSchemaRoot batch = plans.next()) {
            if (batch == null) {
                return profile;
            }
            String json = String.valueOf(batch.getVector(PLAN_COLUMN).getObject(0));
            return new QueryProfile(profile.metrics(), ExplainedPlan.parse(json).describe(profile.root()));
        }
    }

    /** How far the running statement has come. Call {@link #trackProgress} before it. */
    public Progress progress() {
        handleUse.lock();
        try (Call call = new Call(api)) {
            if (handle.isClosed()) {
                return new Progress(-1, 0, 0);
            }
            MemorySegment numbers = call.arena().allocate(JAVA_LONG, 3);
            call.check(api.connectionProgressGet(
                    handle.handle(), numbers, numbers.asSlice(8), numbers.asSlice(16), call.err()));
            return new Progress(numbers.get(JAVA_DOUBLE, 0), numbers.get(JAVA_LONG, 8), numbers.get(JAVA_LONG, 16));
        } finally {
            handleUse.unlock();
        }
    }

    /** Interrupts what is running, abandons the open stream and ends the session. */
    @Override
    public void close() {
        interrupt();
        executing.lock();
        try {
            closeStream();
            handleUse.lock();
            try {
                handle.close();
            } finally {
                handleUse.unlock();
            }
        } finally {
            executing.unlock();
        }
        database.forget(this);
    }

    /** Closes a stream of this connection, and interrupts it if another thread is fetching from it. */
    void close(ArrowStream stream) {
        if (openStream == stream && !stream.isExhausted()) {
            // DuckDB's threads work on ahead of the reader, and destroying a result waits for them.
            interrupt();
        }
        executing.lock();
        try {
            stream.closeResult();
            if (openStream == stream) {
                openStream = null;
            }
        } finally {
            executing.unlock();
        }
    }

    /** Does something that must not meet another statement or the end of this connection. */
    <T extends @Nullable Object> T whileExecuting(Supplier<T> action) {
        executing.lock();
        try {
            if (handle.isClosed()) {
                throw new IllegalStateException("The connection is closed");
            }
            return action.get();
        } finally {
            executing.unlock();
        }
    }

    /** The same for a statement that may be nested deeply. */
    private <T extends @Nullable Object> T whileExecuting(String sql, Supplier<T> action) {
        return whileExecuting(() -> database.deepStack().call(sql, action, this::interrupt));
    }

    CApi api() {
        return api;
    }

    MemorySegment handle() {
        return handle.handle();
    }

    /** Changes settings of this session, without the way through SQL. */
    private void set(Map<String, String> settings) {
        whileExecuting(() -> {
            try (Call call = new Call(api)) {
                call.check(api.connectionGetConfig(handle.handle(), call.out(), call.err()));
                MemorySegment config = call.outHandle();
                settings.forEach((name, setting) -> call.check(api.configSetOptionText(
                        config, call.str(name), call.str(setting), CApi.SETTING_SCOPE_SESSION, call.err())));
                return null;
            }
        });
    }

    /** From here on DuckDB hears an interrupt itself. */
    private void refuseIfInterrupted(long interruptsBefore, OwnedHandle result) {
        if (interrupts.get() != interruptsBefore) {
            result.close();
            throw DuckDbException.of(CApi.ERROR_RUNTIME_INTERRUPT, "Interrupted!");
        }
    }

    private void closeStream() {
        ArrowStream stream = openStream;
        if (stream != null) {
            stream.closeResult();
            openStream = null;
        }
    }

    private long drain(MemorySegment statement, long interruptsBefore) {
        try (Call call = new Call(api)) {
            call.check(api.statementExecute(
                    handle.handle(), statement, MemorySegment.NULL, MemorySegment.NULL, 0, call.out(), call.err()));
            try (OwnedHandle result = new OwnedHandle(call.outHandle(), api::resultDestroy)) {
                refuseIfInterrupted(interruptsBefore, result);
                call.check(api.resultDrain(result.handle(), call.out(), call.err()));
                return call.outLong();
            }
        }
    }
}
