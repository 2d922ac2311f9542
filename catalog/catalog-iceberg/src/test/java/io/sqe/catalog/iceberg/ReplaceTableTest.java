package io.sqe.catalog.iceberg;

import static io.sqe.catalog.iceberg.TestTables.ORDERS;
import static io.sqe.catalog.iceberg.TestTables.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.catalog.CatalogException.AlreadyExists;
import io.sqe.catalog.CatalogException.Conflict;
import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.IfMissing;
import io.sqe.catalog.TableDefinition;
import io.sqe.catalog.TableVersion;
import io.sqe.catalog.TableWrite;
import io.sqe.catalog.scan.FileScan;
import io.sqe.catalog.scan.ScanRequest;
import io.sqe.catalog.scan.ScanTask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplaceTableTest {
    @TempDir
    Path warehouse;

    private IcebergCatalog catalog;
    private long first;

    @BeforeEach
    void open() {
        catalog = TestTables.openWithOrders(warehouse, 3);
        first = ParquetWriter.append(catalog, ORDERS, rows(1, 10));
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void aReplacedTableHasTheNewRowsAndKeepsItsHistory() {
        String uuid = catalog.findTable(ORDERS, new TableVersion.Current())
                .orElseThrow()
                .uuid();

        try (TableWrite write = catalog.openReplace(totals())) {
            write.commit(List.of(ParquetWriter.write(write, "SELECT 1::BIGINT AS id, 2.5::DOUBLE AS total")));
        }

        FileScan now = catalog.planScan(ScanRequest.of(ORDERS));
        assertThat(now.tasks()).extracting(ScanTask::rowCount).containsExactly(1L);
        assertThat(now.table().schema().columns()).extracting(Column::name).containsExactly("id", "total");
        assertThat(now.table().schema().columns()).extracting(Column::fieldId).containsExactly(1, 3);
        assertThat(now.table().uuid()).isEqualTo(uuid);
        assertThat(now.table().formatVersion()).isEqualTo(3);
        FileScan before = catalog.planScan(ScanRequest.of(ORDERS).at(new TableVersion.Snapshot(first)));
        assertThat(before.tasks()).extracting(ScanTask::rowCount).containsExactly(10L);
        assertThat(before.table().schema().columns()).extracting(Column::name).containsExactly("id", "name");
    }

    @Test
    void anAppendMeanwhileBecomesPartOfTheHistory() {
        long appended;
        try (TableWrite write = catalog.openReplace(totals())) {
            var file = ParquetWriter.write(write, "SELECT 1::BIGINT AS id, 2.5::DOUBLE AS total");
            appended = ParquetWriter.append(catalog, ORDERS, rows(11, 20));
            write.commit(List.of(file));
        }

        assertThat(catalog.planScan(ScanRequest.of(ORDERS)).tasks()).hasSize(1);
        assertThat(catalog.planScan(ScanRequest.of(ORDERS).at(new TableVersion.Snapshot(appended)))
                        .tasks())
                .hasSize(2);
    }

    @Test
    void aSchemaChangedMeanwhileIsAConflictAndLeavesNoFile() {
        Path folder;
        try (TableWrite write = catalog.openReplace(totals())) {
            folder = Path.of(write.dataFolder());
            var file = ParquetWriter.write(write, "SELECT 1::BIGINT AS id, 2.5::DOUBLE AS total");
            TestTables.change(
                    warehouse,
                    ORDERS,
                    table -> table.updateSchema()
                            .addColumn("total", Types.DoubleType.get())
                            .addColumn("other", Types.DoubleType.get())
                            .deleteColumn("id")
                            .commit());
            assertThatThrownBy(() -> write.commit(List.of(file)))
                    .isInstanceOf(Conflict.class)
                    .hasMessage("Another writer changed lake.sales.orders first. Run the statement again.");
        }

        assertThat(Files.exists(folder)).isFalse();
        assertThat(catalog.planScan(ScanRequest.of(ORDERS)).tasks()).hasSize(1);
    }

    @Test
    void anAbandonedReplacementLeavesTheTableAsItWas() {
        try (TableWrite write = catalog.openReplace(totals())) {
            ParquetWriter.write(write, "SELECT 1::BIGINT AS id, 2.5::DOUBLE AS total");
        }

        FileScan plan = catalog.planScan(ScanRequest.of(ORDERS));
        assertThat(plan.tasks()).extracting(ScanTask::rowCount).containsExactly(10L);
        assertThat(plan.table().schema().columns()).extracting(Column::name).containsExactly("id", "name");
    }

    @Test
    void replacingWhatIsNotThereCreatesIt() {
        catalog.dropTable(ORDERS, IfMissing.FAIL);

        try (TableWrite write = catalog.openReplace(totals())) {
            write.commit(List.of());
        }

        assertThat(catalog.findTable(ORDERS, new TableVersion.Current())).isPresent();
    }

    @Test
    void twoCreationsOfOneTableEndInOneTable() {
        catalog.dropTable(ORDERS, IfMissing.FAIL);
        Path loser;
        try (TableWrite one = catalog.openCreate(totals());
                TableWrite other = catalog.openCreate(totals())) {
            loser = Path.of(other.dataFolder());
            one.commit(List.of(ParquetWriter.write(one, "SELECT 1::BIGINT AS id, 2.5::DOUBLE AS total")));
            var late = ParquetWriter.write(other, "SELECT 2::BIGINT AS id, 2.5::DOUBLE AS total");
            assertThatThrownBy(() -> other.commit(List.of(late)))
                    .isInstanceOf(AlreadyExists.class)
                    .hasMessageStartingWith("Table or view lake.sales.orders already exists.");
        }

        assertThat(Files.exists(loser)).isFalse();
        assertThat(catalog.planScan(ScanRequest.of(ORDERS)).tasks()).hasSize(1);
    }

    @Test
    void anAppendToATableCreatedAnewIsAConflict() {
        try (TableWrite write = catalog.openAppend(ORDERS)) {
            var file = ParquetWriter.write(write, rows(11, 20));
            catalog.dropTable(ORDERS, IfMissing.FAIL);
            catalog.createTable(TestTables.orders(2), io.sqe.catalog.IfExists.FAIL);
            assertThatThrownBy(() -> write.commit(List.of(new io.sqe.catalog.WrittenFile(file.location(), Map.of()))))
                    .isInstanceOf(io.sqe.catalog.CatalogException.class);
        }

        assertThat(catalog.planScan(ScanRequest.of(ORDERS)).tasks()).isEmpty();
    }

    private static TableDefinition totals() {
        return new TableDefinition(
                ORDERS,
                List.of(
                        Column.required(0, "id", new ColumnType.LongType()),
                        Column.optional(0, "total", new ColumnType.DoubleType())),
                List.of(),
                Map.of(),
                TableDefinition.FORMAT_VERSION_DEFAULT);
    }
}
