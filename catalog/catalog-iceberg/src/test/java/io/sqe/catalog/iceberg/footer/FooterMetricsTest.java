package io.sqe.catalog.iceberg.footer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.catalog.iceberg.local.Durability;
import io.sqe.catalog.iceberg.local.LocalFileIO;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FooterMetricsTest {
    private static final Schema SCHEMA = new Schema(
            NestedField.required(1, "id", Types.LongType.get()),
            NestedField.optional(2, "text", Types.StringType.get()),
            NestedField.optional(3, "point", Types.StructType.of(NestedField.optional(4, "x", Types.DoubleType.get()))),
            NestedField.optional(5, "tags", Types.ListType.ofOptional(6, Types.IntegerType.get())));

    private static final String ROWS = """
            SELECT range AS id,
                   CASE WHEN range % 2 = 0 THEN 'a long text to be cut short ' || (range % 10) END AS text,
                   {'x': range / 2} AS point,
                   CASE WHEN range < 3 THEN [range::INTEGER, 7] END AS tags
            FROM range(10000)""";

    private static final String IDS =
            "FIELD_IDS {id: 1, text: 2, point: {__duckdb_field_id: 3, x: 4}, tags: {__duckdb_field_id: 5, element: 6}}";

    @TempDir
    Path folder;

    @Test
    void metricsAreThoseOfAllRowGroups() throws Exception {
        ParquetFooter footer = footer(write(", ROW_GROUP_SIZE 2048, " + IDS));
        Metrics metrics = FooterMetrics.of(footer, SCHEMA, MetricsConfig.getDefault());

        assertThat(footer.splitOffsets()).hasSizeGreaterThan(2).isSorted();
        assertThat(footer.hasFieldIds()).isTrue();
        assertThat(metrics.recordCount()).isEqualTo(10_000);
        assertThat(metrics.valueCounts()).containsEntry(1, 10_000L).containsEntry(4, 10_000L);
        assertThat(metrics.nullValueCounts()).containsEntry(1, 0L).containsEntry(2, 5_000L);
        assertThat(metrics.columnSizes()).containsOnlyKeys(1, 2, 4, 6);
        assertThat(bound(metrics.lowerBounds(), 1)).isEqualTo(0L);
        assertThat(bound(metrics.upperBounds(), 1)).isEqualTo(9_999L);
        assertThat(bound(metrics.lowerBounds(), 2)).hasToString("a long text to b");
        assertThat(bound(metrics.upperBounds(), 2)).hasToString("a long text to c");
        assertThat(bound(metrics.upperBounds(), 4)).isEqualTo(4_999.5);
        assertThat(metrics.lowerBounds()).doesNotContainKey(6);
    }

    @Test
    void metricsModesAreObeyed() throws Exception {
        ParquetFooter footer = footer(write(", " + IDS));
        Map<String, String> modes = Map.of(
                "write.metadata.metrics.default", "none",
                "write.metadata.metrics.column.id", "counts",
                "write.metadata.metrics.column.text", "full");
        var config = MetricsConfig.from(modes, SCHEMA, SortOrder.unsorted());

        Metrics metrics = FooterMetrics.of(footer, SCHEMA, config);

        assertThat(metrics.valueCounts()).containsOnlyKeys(1, 2);
        assertThat(metrics.upperBounds()).containsOnlyKeys(2);
        assertThat(bound(metrics.upperBounds(), 2)).hasToString("a long text to be cut short 8");
    }

    @Test
    void aFileWithoutFieldIdsHasNoMetricsOfColumns() throws Exception {
        ParquetFooter footer = footer(write(""));

        assertThat(footer.hasFieldIds()).isFalse();
        assertThat(FooterMetrics.of(footer, SCHEMA, MetricsConfig.getDefault()).valueCounts())
                .isEmpty();
    }

    @Test
    void aFileThatIsCutShortIsRefused() throws Exception {
        Path file = write("");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 100));

        assertThatThrownBy(() -> footer(file))
                .isInstanceOf(RuntimeIOException.class)
                .hasRootCauseMessage(file + " is not a Parquet file, or was cut short");
    }

    private Path write(String options) throws Exception {
        Path file = folder.resolve("a.parquet");
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duckdb.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute("COPY (%s) TO '%s' (FORMAT parquet%s)".formatted(ROWS, file, options));
        }
        return file;
    }

    private static ParquetFooter footer(Path file) {
        return ParquetFooter.read(new LocalFileIO(Durability.PROCESS).newInputFile(file.toString()));
    }

    private static Object bound(Map<Integer, ByteBuffer> bounds, int fieldId) {
        return Conversions.fromByteBuffer(SCHEMA.findType(fieldId), bounds.get(fieldId));
    }
}
