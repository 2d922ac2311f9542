package io.sqe.catalog.iceberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.catalog.CatalogException;
import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.IfExists;
import io.sqe.catalog.IfMissing;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableDefinition;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableVersion;
import io.sqe.catalog.TableWrite;
import io.sqe.catalog.scan.FileScan;
import io.sqe.catalog.scan.ScanRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalWarehouseTest {
    private static final NamespaceName SALES = NamespaceName.of("lake", "sales");
    private static final TableName ORDERS = SALES.table("orders");

    @TempDir
    Path folder;

    private IcebergCatalog catalog;

    @BeforeEach
    void open() {
        catalog = LocalWarehouse.open(folder.resolve("warehouse"), "lake");
        catalog.createNamespace(SALES, Map.of(), IfExists.FAIL);
    }

    @Test
    void openingAWarehouseTouchesNoDatabaseBeforeTheFirstQuestion() {
        LocalWarehouse.open(folder.resolve("other"), "lake");

        assertThat(folder.resolve("other")).isEmptyDirectory();
    }

    @Test
    void appendedRowsAreThereAfterReopening() {
        catalog.createTable(orders(), IfExists.FAIL);
        ParquetWriter.append(catalog, ORDERS, "SELECT 1::BIGINT AS id, 'a' AS name UNION ALL SELECT 2, NULL");
        catalog.close();

        try (IcebergCatalog again = LocalWarehouse.open(folder.resolve("warehouse"), "renamed")) {
            TableName name = TableName.of("renamed", "sales", "orders");
            FileScan plan = again.planScan(ScanRequest.of(name));
            assertThat(plan.table().name()).isEqualTo(name);
            assertThat(plan.table().rowCount()).hasValue(2);
            assertThat(plan.tasks()).singleElement().satisfies(task -> {
                assertThat(Path.of(task.location())).isRegularFile();
                assertThat(task.rowCount()).isEqualTo(2);
                assertThat(task.lengthBytes()).isEqualTo(Files.size(Path.of(task.location())));
                assertThat(task.deletes()).isEmpty();
            });
        }
    }

    @Test
    void aTableIsFoundAsItWasDefined() {
        catalog.createTable(orders(), IfExists.FAIL);

        TableMetadata found =
                catalog.findTable(ORDERS, new TableVersion.Current()).orElseThrow();

        assertThat(found.schema().columns())
                .extracting(Column::fieldId, Column::name, Column::type)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "id", new ColumnType.LongType()),
                        org.assertj.core.groups.Tuple.tuple(2, "name", new ColumnType.StringType()));
        assertThat(found.rowCount()).hasValue(0);
        assertThat(found.snapshotId()).isEmpty();
        assertThat(catalog.listTables(SALES)).containsExactly(ORDERS);
    }

    @Test
    void theStateTokenChangesWithEveryCommitOfAnyone() {
        catalog.createTable(orders(), IfExists.FAIL);
        String empty = catalog.stateToken(ORDERS).orElseThrow();
        assertThat(catalog.stateToken(ORDERS)).hasValue(empty);

        try (IcebergCatalog other = LocalWarehouse.open(folder.resolve("warehouse"), "lake")) {
            ParquetWriter.append(other, ORDERS, "SELECT 1::BIGINT AS id, 'a' AS name");
        }

        assertThat(catalog.stateToken(ORDERS)).get().isNotEqualTo(empty);
        assertThat(catalog.planScan(ScanRequest.of(ORDERS)).tasks()).hasSize(1);
    }

    @Test
    void aTableCreatedWithItsRowsIsInvisibleBeforeTheCommit() {
        try (TableWrite write = catalog.openCreate(orders())) {
            var file = ParquetWriter.write(write, "SELECT 1::BIGINT AS id, 'a' AS name");
            assertThat(catalog.findTable(ORDERS, new TableVersion.Current())).isEmpty();
            write.commit(List.of(file));
        }

        assertThat(catalog.planScan(ScanRequest.of(ORDERS)).tasks()).hasSize(1);
    }

    @Test
    void aWriteClosedWithoutCommitLeavesNoFileAndNoTable() throws IOException {
        try (TableWrite write = catalog.openCreate(orders())) {
            ParquetWriter.write(write, "SELECT 1::BIGINT AS id, 'a' AS name");
        }

        assertThat(catalog.listTables(SALES)).isEmpty();
        assertThat(tableFiles()).isEmpty();
    }

    @Test
    void nullsInARequiredColumnAreRefusedAndTheirFilesRemoved() throws IOException {
        catalog.createTable(orders(), IfExists.FAIL);
        List<Path> before = tableFiles();

        try (TableWrite write = catalog.openAppend(ORDERS)) {
            var file = ParquetWriter.write(write, "SELECT NULL::BIGINT AS id, 'a' AS name");
            assertThatThrownBy(() -> write.commit(List.of(file)))
                    .isInstanceOf(CatalogException.class)
                    .hasMessage("Column id of lake.sales.orders is NOT NULL,"
                            + " but 1 of the rows to write have no value in it.");
        }

        assertThat(tableFiles()).isEqualTo(before);
    }

    @Test
    void aDroppedTableLeavesNoFile() throws IOException {
        catalog.createTable(orders(), IfExists.FAIL);
        ParquetWriter.append(catalog, ORDERS, "SELECT 1::BIGINT AS id, 'a' AS name");

        catalog.dropTable(ORDERS, IfMissing.FAIL);

        assertThat(catalog.findTable(ORDERS, new TableVersion.Current())).isEmpty();
        assertThat(tableFiles()).isEmpty();
    }

    private List<Path> tableFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("warehouse"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("sqe.db"))
                    .sorted()
                    .toList();
        }
    }

    private static TableDefinition orders() {
        return new TableDefinition(
                ORDERS,
                List.of(
                        Column.required(0, "id", new ColumnType.LongType()),
                        Column.optional(0, "name", new ColumnType.StringType())),
                List.of(),
                Map.of(),
                2);
    }
}
