package io.sqe.executor.fragment;

import io.sqe.executor.Cancellation;
import io.sqe.executor.DataCacheState;
import io.sqe.executor.EngineMemory;
import io.sqe.executor.Executor;
import io.sqe.executor.ExecutorException;
import io.sqe.executor.FragmentOptions;
import io.sqe.executor.FragmentOptions.Profile;
import io.sqe.executor.RunningFragment;
import io.sqe.executor.cache.DataCache;
import io.sqe.executor.duckdb.ArrowStream;
import io.sqe.executor.duckdb.Connection;
import io.sqe.executor.duckdb.DatabaseOptions;
import io.sqe.executor.duckdb.DuckDbException;
import io.sqe.executor.duckdb.DuckDbLibrary;
import io.sqe.executor.fragment.Instances.Instance;
import io.sqe.executor.lowering.EngineSql;
import io.sqe.executor.lowering.HeldTables;
import io.sqe.executor.lowering.Lowering;
import io.sqe.executor.lowering.LoweringException;
import io.sqe.fragment.Fragment;
import io.sqe.fragment.v1.FileRead;
import io.sqe.function.FunctionCatalogue;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** Runs fragments on DuckDB, in this process. */
public final class DuckDbExecutor implements Executor {
    private static final String MEMORY_SQL =
            "SELECT sum(memory_usage_bytes)::BIGINT, sum(temporary_storage_bytes)::BIGINT FROM duckdb_memory()"
                    + " WHERE tag <> 'IN_MEMORY_TABLE'";

    private final Lowering lowering;
    private final LoweredPlans lowered = new LoweredPlans();
    private final Instances instances;
    private final Turns turns;
    private final DeletionVectors deletionVectors = new DeletionVectors();
    private final ParquetFooters footers;
    private final BufferAllocator allocator;

    /** Before files are loaded into the data cache: what that takes for a moment is not to be put down to queries. */
    private volatile EngineMemory lastMemory = EngineMemory.NONE;

    private DuckDbExecutor(ExecutorOptions options, DuckDbLibrary library, BufferAllocator allocator) {
        this.allocator = allocator;
        this.lowering = new Lowering(FunctionCatalogue.standard());
        this.instances = new Instances(
                library,
                databaseOptions(options),
                options.folders(),
                deletionVectors,
                database ->
                        DataCache.open(options.dataCache().within(options.memoryLimitBytes()), database, allocator));
        this.footers = new ParquetFooters(instances, allocator);
        this.turns = new Turns(options.fragmentsInFlightMax(), options.fragmentWait());
    }

    /**
     * Loads the engine's library; its first instance opens with the first fragment. The caller closes the executor.
     *
     * @param allocator accounts for the batches; stays the caller's
     */
    public static DuckDbExecutor open(ExecutorOptions options, BufferAllocator allocator) {
        return new DuckDbExecutor(options, DuckDbLibrary.load(), allocator);
    }

    /** Opens the engine's first instance ahead of the first fragment. */
    public void warmUp() {
        instances.release(instances.acquire(List.of()));
    }

    @Override
    public RunningFragment start(Fragment fragment, FragmentOptions fragmentOptions, Cancellation cancellation) {
        turns.take(cancellation);
        try (var held = new Held()) {
            held.add(turns::giveBack);
            Prepared prepared = prepare(fragment, held, cancellation);
            DuckDbFragment running = run(prepared, held, fragmentOptions, cancellation);
            held.takenOver();
            running.cancelOn(cancellation);
            return running;
        } catch (DuckDbException failure) {
            throw cancellation.isRequested() ? new ExecutorException.Cancelled() : EngineFailures.of(failure);
        }
    }

    /**
     * Lowers a fragment for the instance that is to run it: its SQL names tables of that instance. Which folders it needs is only then
     * known, and whether that instance may read them.
     */
    private Prepared prepare(Fragment fragment, Held held, Cancellation cancellation) {
        Instance able;
        try (var first = new Held()) {
            Prepared prepared = prepare(fragment, instances.acquire(List.of()), first, cancellation);
            able = instances.acquire(prepared.statement.folders());
            if (able == prepared.instance) {
                instances.release(able);
                first.takenOver();
                held.add(first::release);
                return prepared;
            }
        }
        return prepare(fragment, able, held, cancellation);
    }

    private Prepared prepare(Fragment fragment, Instance instance, Held held, Cancellation cancellation) {
        held.add(() -> instances.release(instance));
        DataCache.Lease tables = instance.cache().lease();
        held.add(tables::close);
        return new Prepared(instance, EngineStatement.of(lower(fragment, tables, cancellation), fragment.output()));
    }

    @Override
    public String explain(Fragment fragment) {
        return EngineStatement.of(lower(fragment, HeldTables.NONE, new Cancellation()), fragment.output())
                .sql();
    }

    @Override
    public Schema describe(FileRead files) {
        EngineSql sql = lowering.describe(files);
        Instance instance = begin(sql.folders(), new Cancellation());
        try (Connection connection = instance.database().connect();
                var rows = connection.query(sql.sql(), 1, allocator)) {
            return rows.schema();
        } catch (DuckDbException failure) {
            throw EngineFailures.of(failure);
        } finally {
            end(instance);
        }
    }

    @Override
    public EngineMemory memory() {
        return instances.acquireOpen().map(this::memory).orElse(EngineMemory.NONE);
    }

    private EngineMemory memory(Instance instance) {
        if (instance.cache().isLoading()) {
            instances.release(instance);
            return lastMemory;
        }
        try (Connection connection = instance.database().connect();
                var row = connection.query(MEMORY_SQL, 1, allocator);
                VectorSchemaRoot batch = VectorSchemaRoot.create(row.schema(), allocator)) {
            row.loadNext(batch);
            lastMemory = new EngineMemory(number(batch, 0), number(batch, 1));
            return lastMemory;
        } catch (DuckDbException failure) {
            throw EngineFailures.of(failure);
        } finally {
            instances.release(instance);
        }
    }

    private static long number(VectorSchemaRoot batch, int column) {
        return ((BigIntVector) batch.getVector(column)).get(0);
    }

    @Override
    public DataCacheState dataCache() {
        return instances.acquireOpen().map(this::dataCache).orElse(DataCacheState.NONE);
    }

    private DataCacheState dataCache(Instance instance) {
        try {
            return instance.cache().state();
        } finally {
            instances.release(instance);
        }
    }

    /** Waits until all files that were read often enough so far are in the data cache, or refused. */
    void awaitDataCache() throws InterruptedException, ExecutionException {
        Instance instance = instances.acquire(List.of());
        try {
            instance.cache().awaitLoads();
        } finally {
            instances.release(instance);
        }
    }

    @Override
    public void close() {
        instances.close();
    }

    private EngineSql lower(Fragment fragment, HeldTables tables, Cancellation cancellation) {
        try {
            return lowered.find(
                    fragment.plan(),
                    tables,
                    () -> lowering.lower(fragment, paths -> footers.withoutIds(paths, cancellation), tables));
        } catch (LoweringException refusal) {
            throw EngineFailures.of(refusal);
        }
    }

    private DuckDbFragment run(
            Prepared prepared, Held held, FragmentOptions fragmentOptions, Cancellation cancellation) {
        Instance instance = prepared.instance;
        EngineStatement statement = prepared.statement;
        EngineSql query = statement.query();
        held.add(() -> deletionVectors.forget(query.vectors()));
        deletionVectors.load(query.vectors());
        instance.quotients().give(query.quotients());
        held.add(BatchFiles.provide(query.batchFiles(), instance.database(), allocator)::close);
        Connection connection = instance.database().connect();
        held.add(connection::close);
        var rows = open(connection, statement, fragmentOptions, cancellation);
        return new DuckDbFragment(connection, rows, statement, allocator, fragmentOptions.profile(), held::release);
    }

    private ArrowStream open(
            Connection connection,
            EngineStatement statement,
            FragmentOptions fragmentOptions,
            Cancellation cancellation) {
        try (var _ = new StartInterrupter(connection, cancellation)) {
            cancellation.failIfRequested();
            connection.trackProgress(fragmentOptions.zone());
            if (fragmentOptions.profile() != Profile.OFF) {
                connection.profileStatements();
            }
            statement.preparation().forEach(connection::execute);
            return connection.query(statement.sql(), fragmentOptions.batchRows(), allocator);
        }
    }

    /** Takes a turn and an instance, or neither. */
    private Instance begin(Collection<String> folders, Cancellation cancellation) {
        turns.take(cancellation);
        try {
            return instances.acquire(folders);
        } catch (DuckDbException failure) {
            turns.giveBack();
            throw EngineFailures.of(failure);
        } catch (RuntimeException failure) {
            turns.giveBack();
            throw failure;
        }
    }

    private void end(Instance instance) {
        instances.release(instance);
        turns.giveBack();
    }

    /** What an instance is to run. */
    private record Prepared(Instance instance, EngineStatement statement) {}

    private static DatabaseOptions databaseOptions(ExecutorOptions options) {
        DatabaseOptions database = DatabaseOptions.locked()
                .withThreads(options.threads())
                .withMemoryLimitBytes(options.memoryLimitBytes())
                .withSetting("TimeZone", "UTC")
                .withSetting("max_expression_depth", Integer.toString(EngineLimits.EXPRESSION_DEPTH_MAX))
                .withSetting("parquet_metadata_cache", "true");
        return options.spillFolder() == null
                ? database
                : database.withTempDirectory(options.spillFolder(), options.spillBytesMax());
    }
}
