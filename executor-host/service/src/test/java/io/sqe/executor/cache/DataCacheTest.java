package io.sqe.executor.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.executor.cache.DataCache.Lease;
import io.sqe.executor.duckdb.Connection;
import io.sqe.executor.duckdb.Database;
import io.sqe.executor.duckdb.DatabaseOptions;
import io.sqe.executor.duckdb.DuckDbLibrary;
import io.sqe.executor.lowering.EngineSql.WholeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DataCacheTest {
    private static final long BYTES_MAX = 64L << 20;
    private static final Duration LONG = Duration.ofHours(1);

    @TempDir
    Path folder;

    private BufferAllocator allocator;
    private Database database;

    @BeforeEach
    void open() {
        allocator = new RootAllocator();
        database = Database.open(
                DuckDbLibrary.load(), DatabaseOptions.open().withThreads(2).withTempDirectory(folder, 1L << 30));
    }

    @AfterEach
    void close() {
        database.close();
        allocator.close();
    }

    @Test
    void filesAreHeldOnceTheyWereReadOftenEnough() throws Exception {
        WholeFiles files = written("a", "SELECT range AS n FROM range(1000)");
        try (DataCache cache = cache(3, BYTES_MAX, LONG)) {
            assertThat(found(cache, files)).isEmpty();
            assertThat(found(cache, files)).isEmpty();
            cache.awaitLoads();
            assertThat(cache.state().entries()).isZero();
            assertThat(found(cache, files)).isEmpty();
            cache.awaitLoads();

            assertThat(sum(found(cache, files).orElseThrow())).isEqualTo(499_500);
            assertThat(cache.state().entries()).isOne();
            assertThat(cache.state().bytes()).isPositive().isLessThan(BYTES_MAX);
            assertThat(cache.state().hits()).isOne();
            assertThat(cache.state().misses()).isEqualTo(3);
        }
    }

    @Test
    void otherFilesOrTheSameInAnotherOrderAreOthers() throws Exception {
        WholeFiles a = written("a", "SELECT 1 AS n");
        WholeFiles b = written("b", "SELECT 2 AS n");
        WholeFiles both = together(a, b);
        try (DataCache cache = cache(1, BYTES_MAX, LONG)) {
            load(cache, a);

            assertThat(found(cache, a)).isPresent();
            assertThat(found(cache, b)).isEmpty();
            assertThat(found(cache, both)).isEmpty();
            assertThat(found(cache, together(b, a))).isEmpty();
        }
    }

    @Test
    void aFileIsHeldInOneTableWhileThatIsRead() throws Exception {
        WholeFiles a = written("a", "SELECT 1 AS n");
        WholeFiles both = together(a, written("b", "SELECT 2 AS n"));
        try (DataCache cache = cache(1, BYTES_MAX, LONG)) {
            load(cache, a);
            load(cache, both);

            assertThat(found(cache, both)).isEmpty();
            assertThat(found(cache, a)).isPresent();
        }
    }

    @Test
    void afterALoadQueriesHaveTheCoresForThemselves() throws Exception {
        WholeFiles slow = written("slow", "SELECT range AS n, repeat('x', 50) || range AS t FROM range(400000)");
        WholeFiles next = written("next", "SELECT 1 AS n");
        try (DataCache cache = cache(1, 1L << 30, LONG)) {
            load(cache, slow);
            assertThat(found(cache, slow)).isPresent();
            assertThat(found(cache, next)).isEmpty();
            cache.awaitLoads();
            assertThat(found(cache, next)).isEmpty();

            load(cache, next);
            assertThat(found(cache, next)).isPresent();
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void whatQueriesPressOutToDiskIsGivenUpAndNotLoadedAgainSoon() throws Exception {
        WholeFiles files = written("a", "SELECT range AS n FROM range(2000000)");
        DatabaseOptions options = DatabaseOptions.open()
                .withThreads(2)
                .withMemoryLimitBytes(64L << 20)
                .withTempDirectory(folder, 1L << 30);
        try (Database small = Database.open(DuckDbLibrary.load(), options);
                DataCache cache = DataCache.open(new DataCacheLimits(1, 48L << 20, LONG), small, allocator)) {
            load(cache, files);
            assertThat(found(cache, files)).isPresent();
            while (cache.state().drops() == 0) {
                try (Connection connection = small.connect();
                        var rows = connection.query(
                                "SELECT range, random() AS r FROM range(5000000) ORDER BY r", 1024, allocator)) {
                    var first = rows.next();
                    if (first != null) {
                        first.close();
                    }
                }
            }
            load(cache, files);
            assertThat(found(cache, files)).isEmpty();
        }
    }

    @Test
    void filesThatAreGoneOrOthersAreNotServedAnyMore() throws Exception {
        WholeFiles files = written("a", "SELECT 1 AS n");
        try (DataCache cache = cache(1, BYTES_MAX, LONG)) {
            load(cache, files);
            assertThat(found(cache, files)).isPresent();

            written("a", "SELECT range AS n FROM range(3)");
            load(cache, files);
            assertThat(sum(found(cache, files).orElseThrow())).isEqualTo(3);

            Files.delete(Path.of(files.paths().getFirst()));
            load(cache, files);
            assertThat(found(cache, files)).isEmpty();
        }
    }

    @Test
    void whatIsIdleIsDropped() throws Exception {
        WholeFiles files = written("a", "SELECT range AS n FROM range(1000)");
        try (DataCache cache = cache(1, BYTES_MAX, Duration.ZERO)) {
            load(cache, files);
            cache.sweep();

            assertThat(cache.state().entries()).isZero();
            assertThat(cache.state().drops()).isOne();
            assertThat(heldBytes()).isZero();
        }
    }

    @Test
    void whatIsReadStaysUntilItIsGivenBackThoughItsFilesAreGone() throws Exception {
        WholeFiles files = written("a", "SELECT range AS n FROM range(1000)");
        try (DataCache cache = cache(1, BYTES_MAX, LONG)) {
            load(cache, files);
            try (Lease lease = cache.lease()) {
                String name = lease.find(files).orElseThrow();
                Files.delete(Path.of(files.paths().getFirst()));
                assertThat(found(cache, files)).isEmpty();
                cache.sweep();

                assertThat(cache.state().entries()).isZero();
                assertThat(sum(name)).isEqualTo(499_500);
            }
            cache.sweep();
            assertThat(heldBytes()).isZero();
        }
    }

    @Test
    void whatDoesNotFitIsNotHeldAndLeavesNothing() throws Exception {
        WholeFiles files = written("a", "SELECT repeat('x', 1000) || (range % 3) AS n FROM range(200000)");
        assertThat(Files.size(Path.of(files.paths().getFirst()))).isLessThan(1_000_000);
        try (DataCache cache = cache(1, 8L << 20, LONG)) {
            load(cache, files);

            assertThat(found(cache, files)).isEmpty();
            assertThat(cache.state().entries()).isZero();
            assertThat(heldBytes()).isZero();
        }
    }

    @Test
    void whatIsInUseDoesNotGiveWay() throws Exception {
        WholeFiles first = written("a", "SELECT range % 7 AS n FROM range(1000000)");
        WholeFiles second = written("b", "SELECT range % 5 AS n FROM range(1000000)");
        try (DataCache cache = cache(1, 10L << 20, LONG)) {
            load(cache, first);
            load(cache, second);

            assertThat(found(cache, first)).isPresent();
            assertThat(found(cache, second)).isEmpty();
            assertThat(cache.state().drops()).isZero();
        }
    }

    @Test
    void damagedFilesAreLeftToTheirReaders() throws Exception {
        WholeFiles files = written("a", "SELECT 1 AS n");
        Files.writeString(Path.of(files.paths().getFirst()), "PAR1 no more");
        try (DataCache cache = cache(1, BYTES_MAX, LONG)) {
            load(cache, files);

            assertThat(found(cache, files)).isEmpty();
            assertThat(cache.state().entries()).isZero();
        }
    }

    @Test
    void withoutRoomNothingIsCountedOrHeld() throws Exception {
        WholeFiles files = written("a", "SELECT 1 AS n");
        try (DataCache cache = DataCache.open(DataCacheLimits.OFF, database, allocator)) {
            load(cache, files);

            assertThat(found(cache, files)).isEmpty();
            assertThat(cache.state().misses()).isZero();
        }
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void closingGivesUpWhatIsBeingLoaded() throws Exception {
        WholeFiles files = written("a", "SELECT range AS n, repeat('x', 100) || range AS t FROM range(2000000)");
        try (DataCache cache = cache(1, 1L << 40, LONG)) {
            assertThat(found(cache, files)).isEmpty();
        }
        assertThat(heldBytes()).isZero();
    }

    private DataCache cache(int usesMin, long bytesMax, Duration idleMax) {
        return DataCache.open(new DataCacheLimits(usesMin, bytesMax, idleMax), database, allocator);
    }

    private static Optional<String> found(DataCache cache, WholeFiles files) {
        try (Lease lease = cache.lease()) {
            return lease.find(files);
        }
    }

    private static void load(DataCache cache, WholeFiles files) throws Exception {
        while (cache.isResting()) {
            Thread.onSpinWait();
        }
        found(cache, files);
        cache.awaitLoads();
    }

    private WholeFiles written(String name, String query) throws IOException {
        Path file = folder.resolve(name + ".parquet");
        Files.deleteIfExists(file);
        try (Connection connection = database.connect()) {
            connection.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet)");
        }
        return new WholeFiles(List.of(file.toString()), "read_parquet(['" + file + "'])");
    }

    private static WholeFiles together(WholeFiles... files) {
        List<String> paths =
                List.of(files).stream().flatMap(one -> one.paths().stream()).toList();
        return new WholeFiles(paths, "read_parquet(['" + String.join("', '", paths) + "'])");
    }

    private long heldBytes() {
        return new EngineTables(database, allocator).holdings().totalBytes();
    }

    private long sum(String table) {
        try (Connection connection = database.connect();
                var rows = connection.query("SELECT sum(n)::BIGINT FROM " + table, 1, allocator);
                VectorSchemaRoot batch = VectorSchemaRoot.create(rows.schema(), allocator)) {
            rows.loadNext(batch);
            return ((Number) batch.getVector(0).getObject(0)).longValue();
        }
    }
}
