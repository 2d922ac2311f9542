package io.sqe.catalog.iceberg;

import static io.sqe.catalog.iceberg.TestTables.ORDERS;
import static io.sqe.catalog.iceberg.TestTables.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.catalog.TableVersion;
import io.sqe.catalog.TableWrite;
import io.sqe.catalog.scan.FileScan;
import io.sqe.catalog.scan.ScanRequest;
import io.sqe.catalog.scan.ScanTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills processes in the middle of commits, and lets processes commit against each other. */
class CrashIT {
    private static final long SEED = 20_261_121;
    private static final int KILLS = 3;
    private static final int COMMITS_OF_EACH = 8;
    private static final int ROWS_OF_A_FILE = 3;

    @TempDir
    Path folder;

    private Path warehouse;
    private Path file;

    /** An empty table, and a file that fits it. */
    @BeforeEach
    void create() throws IOException {
        warehouse = folder.resolve("warehouse");
        file = folder.resolve("rows.parquet");
        try (IcebergCatalog catalog = TestTables.openWithOrders(warehouse, 2);
                TableWrite write = catalog.openAppend(ORDERS)) {
            Files.copy(
                    Path.of(ParquetWriter.write(write, rows(1, ROWS_OF_A_FILE)).location()), file);
        }
    }

    @Test
    void aKilledProcessLeavesEveryCommitThatLandedAndNoHalfOne() throws Exception {
        var random = new Random(SEED);
        int landed = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            try (AppendingProcess process = AppendingProcess.start(warehouse, file, Integer.MAX_VALUE)) {
                process.awaitCommits(1 + random.nextInt(3));
                awaitPartOfACommit(random);
                landed += process.kill();
            }

            int files = readableFiles();
            // A commit may have landed whose process died before it could say so.
            assertThat(files).as("after kill %d", kill).isBetween(landed, landed + 1);
            landed = files;
        }
        assertThat(integrity()).isEqualTo("ok");
    }

    @Test
    void processesThatCommitAtTheSameTimeLoseNothing() throws Exception {
        try (AppendingProcess one = AppendingProcess.start(warehouse, file, COMMITS_OF_EACH);
                AppendingProcess other = AppendingProcess.start(warehouse, file, COMMITS_OF_EACH)) {
            int commits = one.awaitCommits(COMMITS_OF_EACH) + other.awaitCommits(COMMITS_OF_EACH);

            assertThat(commits).isEqualTo(2 * COMMITS_OF_EACH);
        }
        assertThat(readableFiles()).isEqualTo(2 * COMMITS_OF_EACH);
        assertThat(integrity()).isEqualTo("ok");
    }

    /** A commit takes some ten milliseconds: wherever in it the process then is, it dies there. */
    private static void awaitPartOfACommit(Random random) throws InterruptedException {
        TimeUnit.MICROSECONDS.sleep(random.nextInt(30_000));
    }

    /** How many data files the table has, all of which exist in full. */
    private int readableFiles() throws IOException {
        try (IcebergCatalog catalog = LocalWarehouse.open(warehouse, "lake")) {
            FileScan plan = catalog.planScan(ScanRequest.of(ORDERS));
            for (ScanTask task : plan.tasks()) {
                assertThat(Files.size(Path.of(task.location()))).isEqualTo(Files.size(file));
            }
            assertThat(catalog.findTable(ORDERS, new TableVersion.Current())
                            .orElseThrow()
                            .rowCount())
                    .hasValue((long) ROWS_OF_A_FILE * plan.tasks().size());
            return plan.tasks().size();
        }
    }

    private String integrity() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + warehouse.resolve("sqe.db"));
                var statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
            result.next();
            return result.getString(1);
        }
    }
}
