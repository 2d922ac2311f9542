package io.sqe.cli.wiring;

import io.sqe.catalog.Catalog;
import io.sqe.catalog.CatalogException;
import io.sqe.catalog.Catalogs;
import io.sqe.catalog.IfExists;
import io.sqe.catalog.iceberg.IcebergCatalog;
import io.sqe.catalog.iceberg.InMemoryWarehouse;
import io.sqe.catalog.iceberg.LocalWarehouse;
import io.sqe.cli.wiring.EmbeddedOptions.Resources;
import io.sqe.cli.wiring.EmbeddedOptions.Warehouse;
import io.sqe.executor.EngineMemory;
import io.sqe.executor.Executor;
import io.sqe.executor.fragment.ExecutorOptions;
import io.sqe.executor.process.EngineState;
import io.sqe.executor.process.SpillFolder;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.files.GuardedFolders;
import io.sqe.gateway.ingest.Staging;
import io.sqe.gateway.lifecycle.EngineSurroundings;
import io.sqe.gateway.lifecycle.SingleHostEngine;
import io.sqe.gateway.query.ForwardingEngine;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.system.CacheStatistics;
import io.sqe.policy.file.PolicyFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/** Local warehouses, an executor, and everything between, opened together and closed together. */
public final class EmbeddedEngine extends ForwardingEngine {
    private final List<CacheStatistics> caches;
    private final LivePolicy policy;
    private final List<IcebergCatalog> catalogs;
    private final RootAllocator allocator;
    private final SpillFolder spill;
    private final WarmUp warmUp;
    private final OpenedExecutor executor;

    private EmbeddedEngine(
            QueryEngine engine,
            List<CacheStatistics> caches,
            LivePolicy policy,
            List<IcebergCatalog> catalogs,
            RootAllocator allocator,
            SpillFolder spill,
            WarmUp warmUp,
            OpenedExecutor executor) {
        super(engine);
        this.executor = executor;
        this.spill = spill;
        this.caches = caches;
        this.policy = policy;
        this.catalogs = catalogs;
        this.allocator = allocator;
        this.warmUp = warmUp;
    }

    /**
     * Opens the engine; the caller closes it.
     *
     * @throws QueryException if a warehouse or the policy cannot be opened
     */
    public static EmbeddedEngine open(EmbeddedOptions options) {
        OwnQueries queries = new OwnQueries();
        EngineSurroundings around = new EngineSurroundings(queries.runtime(), Optional.empty(), List.of());
        return open(options, around, Instruments.watching(queries::watching));
    }

    /**
     * As {@link #open(EmbeddedOptions)}, within a program that watches its queries.
     *
     * @param around closed by the caller, after the engine
     */
    public static EmbeddedEngine open(EmbeddedOptions options, EngineSurroundings around) {
        return open(options, around, Instruments.NONE);
    }

    /** The same, with its parts measured. */
    public static EmbeddedEngine open(EmbeddedOptions options, EngineSurroundings around, Instruments instruments) {
        try {
            return openWhole(options, around, instruments);
        } catch (PolicyFileException failure) {
            throw new QueryException(
                    ErrorCode.INVALID_ARGUMENTS, String.valueOf(failure.getMessage()), Optional.empty(), failure);
        } catch (CatalogException failure) {
            throw new QueryException(
                    ErrorCode.CATALOG_UNAVAILABLE, String.valueOf(failure.getMessage()), Optional.empty(), failure);
        }
    }

    private static EmbeddedEngine openWhole(
            EmbeddedOptions options, EngineSurroundings around, Instruments instruments) {
        WarmUp warmUp = new WarmUp();
        warmUp.startClasses();
        LivePolicy policy = LivePolicy.read(options.policy());
        Map<String, IcebergCatalog> catalogs = openCatalogs(options);
        List<Path> folders =
                catalogs.values().stream().map(IcebergCatalog::folder).toList();
        RootAllocator allocator = new RootAllocator();
        SpillFolder spill =
                options.resources().spillDirectory().map(SpillFolder::in).orElseGet(SpillFolder::ofThisUser);
        ExecutorOptions limits = executorOptions(folders, options.resources(), spill);
        OpenedExecutor executor = OpenedExecutor.open(options.place(), limits, allocator, warmUp);
        Catalogs observed = instruments.catalogs().apply(new NamedCatalogs(catalogs));
        SingleHostEngine engine = new SingleHostEngine(
                _ -> observed,
                instruments.policy().apply(policy),
                instruments.executor().apply(executor.executor()),
                guarded(options, folders),
                allocator,
                staging(options.resources(), spill, allocator),
                around.listing(FileListCaches.of(catalogs.values()))
                        .listing(List.of(EngineCache.of(executor.executor()))));
        return new EmbeddedEngine(
                instruments.engine().apply(engine),
                engine.caches(),
                policy,
                List.copyOf(catalogs.values()),
                allocator,
                spill,
                warmUp,
                executor);
    }

    /** What is kept for later queries. */
    public List<CacheStatistics> caches() {
        return caches;
    }

    /** As much of it as may be spilled. */
    private static Staging staging(Resources resources, SpillFolder spill, BufferAllocator allocator) {
        return Staging.in(
                spill.path().resolve("sent"), resources.spillLimitBytes().orElseGet(spill::bytesMax), allocator);
    }

    /** The warehouses, or everything. */
    private static GuardedFolders guarded(EmbeddedOptions options, List<Path> folders) {
        return new GuardedFolders(
                switch (options.localFiles()) {
                    case READABLE -> folders;
                    case REFUSED -> List.of(Path.of("/"));
                });
    }

    private static Map<String, IcebergCatalog> openCatalogs(EmbeddedOptions options) {
        Map<String, IcebergCatalog> catalogs = new LinkedHashMap<>();
        IcebergCatalog own = switch (options.warehouse()) {
            case Warehouse.Directory(Path path) -> LocalWarehouse.open(path, EmbeddedOptions.CATALOG);
            case Warehouse.Memory() -> InMemoryWarehouse.open(EmbeddedOptions.CATALOG);
        };
        own.createNamespace(EmbeddedOptions.NAMESPACE, Map.of(), IfExists.IGNORE);
        catalogs.put(EmbeddedOptions.CATALOG, own);
        try {
            options.catalogs().forEach((name, path) -> catalogs.put(name, LocalWarehouse.openExisting(path, name)));
            return catalogs;
        } catch (CatalogException failure) {
            catalogs.values().forEach(IcebergCatalog::close);
            throw failure;
        }
    }

    private static ExecutorOptions executorOptions(List<Path> folders, Resources resources, SpillFolder spill) {
        ExecutorOptions limits = ExecutorOptions.over(folders).withDataCache(resources.dataCache());
        if (resources.threads().isPresent()) {
            limits = limits.withThreads(resources.threads().getAsInt());
        }
        if (resources.memoryLimitBytes().isPresent()) {
            limits = limits.withMemoryLimitBytes(resources.memoryLimitBytes().getAsLong());
        }
        return limits.withSpill(spill.path(), resources.spillLimitBytes().orElseGet(spill::bytesMax));
    }

    /** How what runs the plans is now. */
    public EngineState engineState() {
        return executor.state().get();
    }

    /** What runs the plans; stays this engine's. */
    public Executor executor() {
        return executor.executor();
    }

    /**
     * Reads the policy and changes nothing yet; answers what takes it over.
     *
     * @throws PolicyFileException if the file is wrong
     */
    public Runnable readPolicyAgain(Optional<Path> file) {
        return policy.readAgain(file);
    }

    /** What the engine holds for all queries just now. */
    public EngineMemory memory() {
        return executor.executor().memory();
    }

    @Override
    public void close() {
        warmUp.close();
        super.close();
        catalogs.forEach(IcebergCatalog::close);
        allocator.close();
        spill.close();
    }

    /** The same catalogs for everyone: who uses an embedded engine is who started it. */
    private record NamedCatalogs(Map<String, IcebergCatalog> byName) implements Catalogs {
        @Override
        public List<String> names() {
            return new ArrayList<>(byName.keySet());
        }

        @Override
        public Optional<Catalog> find(String name) {
            return Optional.ofNullable(byName.get(name));
        }
    }
}
