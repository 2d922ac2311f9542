package io.sqe.gateway.flight.testing;

import io.sqe.catalog.Catalog;
import io.sqe.catalog.Catalogs;
import io.sqe.catalog.IfExists;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.iceberg.IcebergCatalog;
import io.sqe.catalog.iceberg.InMemoryWarehouse;
import io.sqe.catalog.iceberg.LocalWarehouse;
import io.sqe.executor.fragment.DuckDbExecutor;
import io.sqe.executor.fragment.ExecutorOptions;
import io.sqe.gateway.files.GuardedFolders;
import io.sqe.gateway.flight.FlightSqlOptions;
import io.sqe.gateway.flight.FlightSqlServer;
import io.sqe.gateway.ingest.Staging;
import io.sqe.gateway.lifecycle.EngineSurroundings;
import io.sqe.gateway.lifecycle.SingleHostEngine;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.Session;
import io.sqe.policy.decision.PassthroughPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/** A running service. Closing it checks that no buffer is left. */
public final class LiveServer implements AutoCloseable {
    public static final String CATALOG = "lake";
    public static final long STAGED_BYTES_MAX = 64L << 20;
    public static final NamespaceName NAMESPACE = NamespaceName.of(CATALOG, "main");

    private final RootAllocator allocator = new RootAllocator();
    private final Path stagingFolder;
    private final Staging staging;
    private final IcebergCatalog catalog;
    private final QueryEngine engine;
    private final FlightSqlServer server;

    private LiveServer(IcebergCatalog catalog, FlightSqlOptions options) {
        this.catalog = catalog;
        this.stagingFolder = newFolder();
        this.staging = Staging.in(stagingFolder, STAGED_BYTES_MAX, allocator);
        catalog.createNamespace(NAMESPACE, Map.of(), IfExists.IGNORE);
        List<Path> folders = List.of(catalog.folder());
        DuckDbExecutor executor = DuckDbExecutor.open(ExecutorOptions.over(folders), allocator);
        this.engine = new SingleHostEngine(
                _ -> new OneCatalog(catalog),
                new PassthroughPolicy(),
                executor,
                new GuardedFolders(folders),
                allocator,
                staging,
                EngineSurroundings.NONE);
        TwoUsers users = new TwoUsers();
        this.server = FlightSqlServer.open(
                options,
                engine,
                users,
                users,
                principal -> new Session(principal, CATALOG, Optional.of(NAMESPACE), ZoneOffset.UTC),
                allocator);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("staging");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Folders of ingestions that have not ended. */
    public List<Path> staged() {
        try (Stream<Path> folders = Files.list(stagingFolder)) {
            return folders.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public long stagedBytes() {
        return staging.bytes();
    }

    /** Data files of all tables, those that no snapshot names included. */
    public List<Path> dataFiles() {
        try (Stream<Path> files = Files.walk(catalog.folder())) {
            return files.filter(file -> file.toString().endsWith(".parquet")).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static LiveServer open() {
        return open(FlightSqlOptions.loopback());
    }

    public static LiveServer open(FlightSqlOptions options) {
        return new LiveServer(InMemoryWarehouse.open(CATALOG), options);
    }

    /** Over a warehouse that is there. */
    public static LiveServer over(Path warehouse, FlightSqlOptions options) {
        return new LiveServer(LocalWarehouse.open(warehouse, CATALOG), options);
    }

    public int port() {
        return server.port();
    }

    /** Results that the service holds for clients. */
    public int openResults() {
        return server.openResults();
    }

    public BufferAllocator allocator() {
        return allocator;
    }

    public QueryEngine engine() {
        return engine;
    }

    @Override
    public void close() {
        server.close();
        engine.close();
        catalog.close();
        allocator.close();
    }

    /** The same for everyone. */
    private record OneCatalog(Catalog catalog) implements Catalogs {
        @Override
        public List<String> names() {
            return List.of(CATALOG);
        }

        @Override
        public Optional<Catalog> find(String name) {
            return Optional.of(catalog).filter(_ -> name.equals(CATALOG));
        }
    }
}
