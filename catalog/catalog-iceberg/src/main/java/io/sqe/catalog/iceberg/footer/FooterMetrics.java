package io.sqe.catalog.iceberg.footer;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.MetricsModes;
import org.apache.iceberg.MetricsModes.MetricsMode;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Type;

/**
 * Makes Iceberg's metrics of a data file from its footer: sizes, counts and bounds by field id (Iceberg spec, "Data File
 * Fields"), as far as the table's metrics modes ask for them.
 */
public final class FooterMetrics {
    private final Schema schema;
    private final MetricsConfig config;
    private final ParquetFooter footer;
    private final Map<Integer, Long> sizes = new HashMap<>();
    private final Map<Integer, Long> values = new HashMap<>();
    private final Map<Integer, Long> nulls = new HashMap<>();
    private final Map<Integer, Long> nans = new HashMap<>();
    private final Map<Integer, ByteBuffer> lower = new HashMap<>();
    private final Map<Integer, ByteBuffer> upper = new HashMap<>();

    private FooterMetrics(Schema schema, MetricsConfig config, ParquetFooter footer) {
        this.schema = schema;
        this.config = config;
        this.footer = footer;
    }

    public static Metrics of(ParquetFooter footer, Schema schema, MetricsConfig config) {
        return new FooterMetrics(schema, config, footer).metrics();
    }

    private Metrics metrics() {
        footer.columns().forEach(this::addColumn);
        return new Metrics(footer.rowCount(), sizes, values, nulls, nans, lower, upper);
    }

    private void addColumn(FileColumn column) {
        int id = column.fieldId();
        Type type = id == FileColumn.NO_FIELD_ID ? null : schema.findType(id);
        if (type == null || !type.isPrimitiveType()) {
            return;
        }
        sizes.put(id, column.compressedBytes());
        MetricsMode mode = config.columnMode(id);
        if (mode instanceof MetricsModes.None) {
            return;
        }
        values.put(id, column.valueCount());
        column.nullCount().ifPresent(count -> nulls.put(id, count));
        if (!(mode instanceof MetricsModes.Counts) && column.nesting() == FileColumn.Nesting.SINGLE) {
            addBounds(column, type.asPrimitiveType(), mode);
        }
    }

    private void addBounds(FileColumn column, Type.PrimitiveType type, MetricsMode mode) {
        int id = column.fieldId();
        int width = mode instanceof MetricsModes.Truncate truncate ? truncate.length() : Integer.MAX_VALUE;
        ColumnBounds.of(column, type).ifPresent(bounds -> {
            bounds.lower(width).ifPresent(value -> lower.put(id, Conversions.toByteBuffer(type, value)));
            bounds.upper(width).ifPresent(value -> upper.put(id, Conversions.toByteBuffer(type, value)));
        });
    }
}
