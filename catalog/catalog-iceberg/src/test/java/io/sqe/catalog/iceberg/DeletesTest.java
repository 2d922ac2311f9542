package io.sqe.catalog.iceberg;

import static io.sqe.catalog.iceberg.TestTables.ORDERS;
import static io.sqe.catalog.iceberg.TestTables.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.catalog.scan.DeleteFile;
import io.sqe.catalog.scan.FileScan;
import io.sqe.catalog.scan.ScanRequest;
import io.sqe.catalog.scan.ScanTask;
import java.nio.file.Path;
import java.util.List;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileMetadata;
import org.apache.iceberg.PartitionSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which deletes a data file comes with. The delete files are entries only: no row is read here. */
class DeletesTest {
    @TempDir
    Path warehouse;

    @Test
    void positionDeletesComeWithTheirFileAndEqualityDeletesWithEveryOlderOne() {
        try (IcebergCatalog catalog = TestTables.openWithOrders(warehouse, 2)) {
            ParquetWriter.append(catalog, ORDERS, rows(1, 10));
            ParquetWriter.append(catalog, ORDERS, rows(11, 15));
            String first = file(catalog, 10).location();
            TestTables.change(warehouse, ORDERS, table -> {
                table.newRowDelta()
                        .addDeletes(FileMetadata.deleteFileBuilder(table.spec())
                                .ofPositionDeletes()
                                .withPath("/deletes/positions.parquet")
                                .withFormat(FileFormat.PARQUET)
                                .withFileSizeInBytes(10)
                                .withRecordCount(2)
                                .withReferencedDataFile(first)
                                .build())
                        .commit();
                table.newRowDelta()
                        .addDeletes(FileMetadata.deleteFileBuilder(table.spec())
                                .ofEqualityDeletes(1, 2)
                                .withPath("file:///deletes/equal.parquet")
                                .withFormat(FileFormat.PARQUET)
                                .withFileSizeInBytes(10)
                                .withRecordCount(3)
                                .build())
                        .commit();
            });
            ParquetWriter.append(catalog, ORDERS, rows(16, 16));

            var equality = new DeleteFile.EqualityDeletes("/deletes/equal.parquet", 3, List.of(1, 2));
            assertThat(file(catalog, 10).deletes())
                    .containsExactlyInAnyOrder(
                            new DeleteFile.PositionDeletes("/deletes/positions.parquet", 2), equality);
            assertThat(file(catalog, 5).deletes()).containsExactly(equality);
            assertThat(file(catalog, 1).deletes()).isEmpty();
            assertThat(catalog.planScan(ScanRequest.of(ORDERS)).table().rowCount())
                    .hasValue(14);
        }
    }

    @Test
    void aDeletionVectorComesWithItsPlaceInThePuffinFile() {
        try (IcebergCatalog catalog = TestTables.openWithOrders(warehouse, 3)) {
            ParquetWriter.append(catalog, ORDERS, rows(1, 10));
            ParquetWriter.append(catalog, ORDERS, rows(11, 15));
            String first = file(catalog, 10).location();
            TestTables.change(
                    warehouse,
                    ORDERS,
                    table -> table.newRowDelta()
                            .addDeletes(FileMetadata.deleteFileBuilder(PartitionSpec.unpartitioned())
                                    .ofPositionDeletes()
                                    .withPath("/deletes/vectors.puffin")
                                    .withFormat(FileFormat.PUFFIN)
                                    .withFileSizeInBytes(100)
                                    .withRecordCount(4)
                                    .withReferencedDataFile(first)
                                    .withContentOffset(4)
                                    .withContentSizeInBytes(44)
                                    .build())
                            .commit());

            assertThat(file(catalog, 10).deletes())
                    .containsExactly(new DeleteFile.DeletionVector("/deletes/vectors.puffin", 4, 44, 4));
            assertThat(file(catalog, 5).deletes()).isEmpty();
        }
    }

    private static ScanTask file(IcebergCatalog catalog, long rows) {
        FileScan plan = catalog.planScan(ScanRequest.of(ORDERS));
        return plan.tasks().stream()
                .filter(task -> task.rowCount() == rows)
                .findFirst()
                .orElseThrow();
    }
}
