package io.sqe.catalog.iceberg;

import static io.sqe.catalog.iceberg.TestTables.ORDERS;
import static io.sqe.catalog.iceberg.TestTables.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.catalog.ColumnType;
import io.sqe.catalog.Literal;
import io.sqe.catalog.TableWrite;
import io.sqe.catalog.WrittenFile;
import io.sqe.catalog.scan.FileScan;
import io.sqe.catalog.scan.FileScan.SchemaHistory;
import io.sqe.catalog.scan.ScanPredicate;
import io.sqe.catalog.scan.ScanPredicate.Comparison;
import io.sqe.catalog.scan.ScanRequest;
import io.sqe.catalog.scan.ScanTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.mapping.MappingUtil;
import org.apache.iceberg.mapping.NameMappingParser;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables whose schema and partitioning changed, by Iceberg's own API as other programs do it. */
class EvolutionTest {
    @TempDir
    Path warehouse;

    private IcebergCatalog catalog;

    @BeforeEach
    void open() {
        catalog = TestTables.openWithOrders(warehouse, 2);
        ParquetWriter.append(catalog, ORDERS, rows(1, 10));
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void aTableWithOneSchemaIsUnchanged() {
        assertThat(plan(new ScanPredicate.True()).schemaHistory()).isEqualTo(SchemaHistory.UNCHANGED);
    }

    @Test
    void filesWithoutAColumnAreNotSkippedByIt() {
        TestTables.change(
                warehouse,
                ORDERS,
                table -> table.updateSchema()
                        .addColumn("extra", Types.IntegerType.get())
                        .commit());
        ParquetWriter.append(catalog, ORDERS, "SELECT 11::BIGINT AS id, 'n' AS name, 5::INTEGER AS extra");

        assertThat(plan(compare(3, Comparison.EQUAL, new ColumnType.IntegerType(), 5))
                        .tasks())
                .hasSize(2);
        assertThat(plan(new ScanPredicate.IsNull(3)).tasks()).hasSize(1);
        assertThat(plan(new ScanPredicate.True()).schemaHistory()).isEqualTo(SchemaHistory.EVOLVED);
    }

    @Test
    void widenedColumnsAreSkippedByTheBoundsOfTheirOldType() {
        TestTables.change(
                warehouse,
                ORDERS,
                table -> table.updateSchema()
                        .addColumn("extra", Types.IntegerType.get())
                        .addColumn("ratio", Types.FloatType.get())
                        .addColumn("price", Types.DecimalType.of(5, 2))
                        .commit());
        ParquetWriter.append(
                catalog,
                ORDERS,
                "SELECT 11::BIGINT AS id, 'n' AS name, 5::INTEGER AS extra, 0.5::FLOAT AS ratio,"
                        + " 1.25::DECIMAL(5,2) AS price");
        TestTables.change(warehouse, ORDERS, table -> {
            table.newDelete()
                    .deleteFromRowFilter(Expressions.lessThan("id", 11))
                    .commit();
            table.updateSchema()
                    .updateColumn("extra", Types.LongType.get())
                    .updateColumn("ratio", Types.DoubleType.get())
                    .updateColumn("price", Types.DecimalType.of(9, 2))
                    .commit();
        });

        assertThat(plan(compare(3, Comparison.EQUAL, new ColumnType.LongType(), 5L))
                        .tasks())
                .hasSize(1);
        assertThat(plan(compare(3, Comparison.GREATER, new ColumnType.LongType(), 5L))
                        .tasks())
                .isEmpty();
        assertThat(plan(compare(4, Comparison.EQUAL, new ColumnType.DoubleType(), 0.5))
                        .tasks())
                .hasSize(1);
        assertThat(plan(compare(4, Comparison.LESS, new ColumnType.DoubleType(), 0.5))
                        .tasks())
                .isEmpty();
        var price = new ColumnType.DecimalType(9, 2);
        assertThat(plan(compare(5, Comparison.LESS, price, new java.math.BigDecimal("1.25")))
                        .tasks())
                .isEmpty();
    }

    @Test
    void filesOfEveryPartitionSpecAreSkippedByTheirOwn() {
        TestTables.change(warehouse, ORDERS, table -> {
            table.updateProperties()
                    .set("write.metadata.metrics.default", "none")
                    .commit();
            table.updateSpec().addField(Expressions.bucket("id", 4)).commit();
        });
        try (TableWrite write = catalog.openAppend(ORDERS)) {
            assertThat(write.table().partitioning()).hasSize(1);
            WrittenFile file = ParquetWriter.write(write, rows(34, 34));
            Literal bucket = new Literal(new ColumnType.IntegerType(), 3);
            write.commit(List.of(new WrittenFile(file.location(), Map.of("id_bucket_4", Optional.of(bucket)))));
        }
        TestTables.change(
                warehouse,
                ORDERS,
                table -> table.updateSpec()
                        .removeField("id_bucket_4")
                        .addField("name")
                        .commit());
        try (TableWrite write = catalog.openAppend(ORDERS)) {
            WrittenFile file = ParquetWriter.write(write, rows(50, 50));
            Literal name = new Literal(new ColumnType.StringType(), "n50");
            write.commit(List.of(new WrittenFile(file.location(), Map.of("name", Optional.of(name)))));
        }

        // The unpartitioned file has statistics, of n1 to n9; the two others are told apart by their partitions only.
        assertThat(rowsOf(plan(compare(1, Comparison.EQUAL, new ColumnType.LongType(), 34L))))
                .isEqualTo(2);
        assertThat(rowsOf(plan(compare(2, Comparison.EQUAL, new ColumnType.StringType(), "n50"))))
                .isEqualTo(12);
        assertThat(rowsOf(plan(compare(2, Comparison.EQUAL, new ColumnType.StringType(), "n5"))))
                .isEqualTo(11);
        assertThat(rowsOf(plan(compare(2, Comparison.EQUAL, new ColumnType.StringType(), "z"))))
                .isEqualTo(1);
    }

    @Test
    void migratedFilesCarryTheirNameMappingAndPartitionConstants() throws IOException {
        Path migrated =
                Files.createDirectories(warehouse.resolve("migrated/name=eu")).resolve("a.parquet");
        ParquetWriter.writeWithoutIds(migrated.toString(), "SELECT 100::BIGINT AS id");
        TestTables.change(warehouse, ORDERS, table -> {
            table.updateSpec().addField("name").commit();
            String mapping = NameMappingParser.toJson(MappingUtil.create(table.schema()));
            table.updateProperties()
                    .set(TableProperties.DEFAULT_NAME_MAPPING, mapping)
                    .commit();
        });
        TestTables.change(
                warehouse,
                ORDERS,
                table -> table.newAppend()
                        .appendFile(dataFile(table.spec(), migrated))
                        .commit());

        FileScan plan = plan(new ScanPredicate.True());

        assertThat(plan.schemaHistory()).isEqualTo(SchemaHistory.EVOLVED);
        assertThat(plan.tasks())
                .filteredOn(task -> task.rowCount() == 10)
                .singleElement()
                .satisfies(own -> {
                    assertThat(own.nameMapping()).isEmpty();
                    assertThat(own.constants()).isEmpty();
                });
        assertThat(plan.tasks())
                .filteredOn(task -> task.rowCount() == 1)
                .singleElement()
                .satisfies(foreign -> {
                    assertThat(foreign.nameMapping()).get().asString().contains("\"names\" : [ \"id\" ]");
                    assertThat(foreign.constants())
                            .isEqualTo(Map.of(2, Optional.of(new Literal(new ColumnType.StringType(), "eu"))));
                });
    }

    private static DataFile dataFile(PartitionSpec spec, Path file) {
        return DataFiles.builder(spec)
                .withPath("file:" + file)
                .withFormat(FileFormat.PARQUET)
                .withFileSizeInBytes(file.toFile().length())
                .withRecordCount(1)
                .withPartitionPath("name=eu")
                .build();
    }

    private FileScan plan(ScanPredicate predicate) {
        return catalog.planScan(ScanRequest.of(ORDERS).where(predicate));
    }

    private static ScanPredicate compare(int fieldId, Comparison comparison, ColumnType type, Object value) {
        return new ScanPredicate.Compare(fieldId, comparison, new Literal(type, value));
    }

    private static long rowsOf(FileScan plan) {
        return plan.tasks().stream().mapToLong(ScanTask::rowCount).sum();
    }
}
