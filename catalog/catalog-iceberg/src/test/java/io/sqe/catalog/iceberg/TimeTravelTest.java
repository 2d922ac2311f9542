package io.sqe.catalog.iceberg;

import static io.sqe.catalog.iceberg.TestTables.ORDERS;
import static io.sqe.catalog.iceberg.TestTables.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.catalog.CatalogException.UnknownVersion;
import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.Literal;
import io.sqe.catalog.TableVersion;
import io.sqe.catalog.scan.FileScan;
import io.sqe.catalog.scan.FileScan.SchemaHistory;
import io.sqe.catalog.scan.ScanPredicate;
import io.sqe.catalog.scan.ScanPredicate.Comparison;
import io.sqe.catalog.scan.ScanRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeTravelTest {
    @TempDir
    Path warehouse;

    private IcebergCatalog catalog;
    private long first;
    private long second;

    /** Two files under {@code (id, name)}, a tag on the first; then {@code name} renamed and {@code id2} added, a third file. */
    @BeforeEach
    void open() {
        catalog = TestTables.openWithOrders(warehouse, 2);
        first = ParquetWriter.append(catalog, ORDERS, rows(1, 10));
        second = ParquetWriter.append(catalog, ORDERS, rows(11, 20));
        TestTables.change(warehouse, ORDERS, table -> {
            table.manageSnapshots()
                    .createTag("early", first)
                    .createBranch("audit", first)
                    .commit();
            table.updateSchema()
                    .renameColumn("name", "title")
                    .addColumn("extra", Types.IntegerType.get())
                    .commit();
        });
        ParquetWriter.append(catalog, ORDERS, "SELECT 21::BIGINT AS id, 'n21' AS title, 1::INTEGER AS extra");
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void theCurrentStateHasAllFilesAndTheNewNames() {
        FileScan plan = plan(new TableVersion.Current());

        assertThat(plan.tasks()).hasSize(3);
        assertThat(names(plan)).containsExactly("id", "title", "extra");
        assertThat(plan.table().rowCount()).hasValue(21);
        assertThat(plan.schemaHistory()).isEqualTo(SchemaHistory.EVOLVED);
    }

    @Test
    void aSnapshotIsReadWithItsOwnSchema() {
        FileScan plan = plan(new TableVersion.Snapshot(second));

        assertThat(plan.tasks()).hasSize(2);
        assertThat(names(plan)).containsExactly("id", "name");
        assertThat(plan.table().snapshotId()).hasValue(second);
        assertThat(plan.table().rowCount()).hasValue(20);
    }

    @Test
    void aTagIsReadWithTheSchemaOfItsSnapshotAndABranchWithTheTables() {
        FileScan tag = plan(new TableVersion.Reference("early"));
        FileScan branch = plan(new TableVersion.Reference("audit"));

        assertThat(names(tag)).containsExactly("id", "name");
        assertThat(names(branch)).containsExactly("id", "title", "extra");
        assertThat(tag.tasks()).isEqualTo(branch.tasks()).hasSize(1);
    }

    @Test
    void aTimeIsReadAsTheSnapshotThatWasCurrentThen() {
        Instant afterFirst = Instant.ofEpochMilli(timestampOf(second) - 1);

        assertThat(plan(new TableVersion.AsOf(afterFirst)).table().snapshotId()).hasValue(first);
        assertThat(plan(new TableVersion.AsOf(Instant.now())).tasks()).hasSize(3);
    }

    @Test
    void filesOfOldSnapshotsAreSkippedByTheNamesOfTheirTime() {
        FileScan old = catalog.planScan(ScanRequest.of(ORDERS)
                .at(new TableVersion.Snapshot(second))
                .where(new ScanPredicate.Compare(2, Comparison.EQUAL, new Literal(new ColumnType.StringType(), "n5"))));

        assertThat(old.tasks()).hasSize(1);
        assertThat(old.filesTotal()).isEqualTo(2);
    }

    @Test
    void anUnknownVersionSaysWhichThereAre() {
        assertThatThrownBy(() -> plan(new TableVersion.Snapshot(5)))
                .isInstanceOf(UnknownVersion.class)
                .hasMessageStartingWith(
                        "Table lake.sales.orders has no version 5. It has 3 snapshots; the current one is ");
        assertThatThrownBy(() -> plan(new TableVersion.Reference("erly")))
                .isInstanceOf(UnknownVersion.class)
                .hasMessage(
                        "Table lake.sales.orders has no version 'erly'. It has the branches and tags audit, early, main.");
        assertThatThrownBy(() -> plan(new TableVersion.AsOf(Instant.EPOCH)))
                .isInstanceOf(UnknownVersion.class)
                .hasMessageStartingWith(
                        "Table lake.sales.orders has no version as of 1970-01-01T00:00:00Z. Its history begins at ");
    }

    private FileScan plan(TableVersion version) {
        return catalog.planScan(ScanRequest.of(ORDERS).at(version));
    }

    private long timestampOf(long snapshotId) {
        long[] timestamp = new long[1];
        TestTables.change(
                warehouse,
                ORDERS,
                table -> timestamp[0] = table.snapshot(snapshotId).timestampMillis());
        return timestamp[0];
    }

    private static List<String> names(FileScan plan) {
        return plan.table().schema().columns().stream().map(Column::name).toList();
    }
}
