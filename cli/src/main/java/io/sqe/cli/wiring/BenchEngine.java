package io.sqe.cli.wiring;

import io.sqe.bench.data.TableLoader;
import io.sqe.bench.data.TableSource;
import io.sqe.bench.peer.SourceBatches;
import io.sqe.bench.run.EngineLimits;
import io.sqe.bench.run.EngineUnderTest;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.iceberg.IcebergCatalog;
import io.sqe.catalog.iceberg.LocalWarehouse;
import io.sqe.catalog.scan.ScanRequest;
import io.sqe.cli.wiring.EmbeddedOptions.Resources;
import io.sqe.cli.wiring.EmbeddedOptions.Warehouse;
import io.sqe.executor.duckdb.BatchTable;
import io.sqe.executor.duckdb.Connection;
import io.sqe.executor.duckdb.Database;
import io.sqe.executor.duckdb.DatabaseOptions;
import io.sqe.executor.duckdb.DuckDbLibrary;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.Session;
import io.sqe.policy.decision.Principal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.arrow.memory.RootAllocator;

/** The embedded engine as the benchmarks measure it. */
public final class BenchEngine implements EngineUnderTest, TableLoader {
    private static final Principal PRINCIPAL = new Principal("bench", Set.of());

    private final EngineLimits limits;
    private final QueryEngine engine;
    private final IcebergCatalog catalog;

    private BenchEngine(EngineLimits limits, QueryEngine engine, IcebergCatalog catalog) {
        this.limits = limits;
        this.engine = engine;
        this.catalog = catalog;
    }

    /** Opens an engine over the limits' warehouse; the caller closes it. */
    public static BenchEngine open(EngineLimits limits) {
        Resources resources = new Resources(
                limits.memoryLimitBytes() == 0 ? OptionalLong.empty() : OptionalLong.of(limits.memoryLimitBytes()),
                OptionalInt.of(limits.threads()),
                Optional.of(limits.spill()),
                OptionalLong.empty(),
                Resources.DATA_CACHE_DEFAULT.withBytesMax(limits.dataCacheBytes()));
        EmbeddedOptions options = new EmbeddedOptions(
                new Warehouse.Directory(limits.warehouse()),
                Map.of(),
                resources,
                Optional.empty(),
                PRINCIPAL,
                ZoneOffset.UTC);
        return new BenchEngine(
                limits, EmbeddedEngine.open(options), LocalWarehouse.open(limits.warehouse(), EmbeddedOptions.CATALOG));
    }

    @Override
    public QueryEngine queries() {
        return engine;
    }

    @Override
    public Session session(String namespace) {
        return new Session(PRINCIPAL, EmbeddedOptions.CATALOG, Optional.of(namespaceName(namespace)), ZoneOffset.UTC);
    }

    @Override
    public TableLoader loader() {
        return this;
    }

    /** Generates into a Parquet file, then has the engine make its table of that. */
    @Override
    public long load(String namespace, TableSource source) {
        Path draft = limits.directory().resolve(source.name() + ".draft.parquet");
        try {
            generate(source, draft);
            run("CREATE SCHEMA IF NOT EXISTS " + namespaceName(namespace), namespace);
            return run(
                    "CREATE OR REPLACE TABLE " + namespaceName(namespace).table(source.name()) + " AS SELECT * FROM '"
                            + draft.toString().replace("'", "''") + "'",
                    namespace);
        } finally {
            delete(draft);
        }
    }

    private void generate(TableSource source, Path draft) {
        DatabaseOptions options = DatabaseOptions.open().withThreads(limits.threads());
        try (RootAllocator allocator = new RootAllocator();
                Database database = Database.open(DuckDbLibrary.load(), options);
                BatchTable table = database.provide(source.name(), new SourceBatches(source, allocator));
                Connection connection = database.connect()) {
            connection.execute("COPY (SELECT * FROM " + table.sql() + ") TO '"
                    + draft.toString().replace("'", "''") + "' (FORMAT parquet, CODEC snappy)");
        }
    }

    private long run(String sql, String namespace) {
        try (Query query = engine.start(sql, session(namespace))) {
            boolean hasNext = query.rows().loadNext();
            while (hasNext) {
                hasNext = query.rows().loadNext();
            }
            return query.rowsWritten().orElse(0);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot remove " + file, failure);
        }
    }

    @Override
    public List<Path> dataFiles(String namespace, String table) {
        return catalog.planScan(ScanRequest.of(namespaceName(namespace).table(table))).tasks().stream()
                .map(task -> Path.of(task.location()))
                .toList();
    }

    private static NamespaceName namespaceName(String namespace) {
        return NamespaceName.of(EmbeddedOptions.CATALOG, namespace);
    }

    @Override
    public void close() {
        engine.close();
        catalog.close();
    }
}
