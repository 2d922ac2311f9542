package io.sqe.executor.writing;

import io.sqe.fragment.v1.Field;
import io.sqe.fragment.v1.ParquetWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * DuckDB's COPY for a {@link ParquetWrite}: field ids, codec and sizes as the table wants them, one folder a partition.
 *
 * <p>COPY answers one row a file (option RETURN_STATS): {@code filename, count, …, partition_keys MAP(VARCHAR, VARCHAR)}; the
 * keys are {@link #partitionKey}s, the values the text that {@code Fragment.Output.Parquet} describes.
 */
public final class ParquetCopy {
    /** DuckDB's own row-group size, which its scans are tuned for. */
    private static final long ROW_GROUP_ROWS_DEFAULT = 122_880;

    private static final long ROW_GROUP_ROWS_MIN = 2_048;
    private static final long PAGE_BYTES_MIN = 1 << 10;
    private static final long PAGE_BYTES_MAX = 100_000_000;
    private static final int TEXT_BYTES_ASSUMED = 32;

    private final ParquetWrite write;

    private ParquetCopy(ParquetWrite write) {
        this.write = write;
    }

    /** The statement that writes the rows of {@code select}, whose columns are those of {@code write} by name and type. */
    public static String of(ParquetWrite write, String select) {
        var copy = new ParquetCopy(write);
        return "COPY (" + copy.withPartitionKeys(select) + ") TO " + text(write.getFolder()) + " (" + copy.options()
                + ")";
    }

    /** Name of the column that holds the value of a partition field. */
    public static String partitionKey(int index) {
        return "sqe_partition_" + index;
    }

    private String withPartitionKeys(String select) {
        if (write.getPartitionsCount() == 0) {
            return select;
        }
        var keys = new ArrayList<String>();
        for (int i = 0; i < write.getPartitionsCount(); i++) {
            ParquetWrite.Partition partition = write.getPartitions(i);
            Field source = write.getColumns(partition.getSource());
            String value = PartitionSql.value(partition.getTransform(), source.getType(), name(source.getName()));
            keys.add(value + " AS " + partitionKey(i));
        }
        return "SELECT *, " + String.join(", ", keys) + " FROM (" + select + ")";
    }

    private String options() {
        var options = new ArrayList<String>(List.of(
                "FORMAT parquet",
                "RETURN_STATS",
                "FILENAME_PATTERN 'data_{uuidv7}'",
                "FIELD_IDS " + fieldIds(write.getColumnsList()),
                "CODEC " + text(write.getCodec()),
                "ROW_GROUP_SIZE " + rowGroupRows()));
        if (write.getPageBytes() != 0) {
            options.add("DATA_PAGE_SIZE_LIMIT " + Math.clamp(write.getPageBytes(), PAGE_BYTES_MIN, PAGE_BYTES_MAX));
        }
        if (write.getCodecLevel() != 0) {
            options.add("COMPRESSION_LEVEL " + write.getCodecLevel());
        }
        if (write.getPartitionsCount() > 0) {
            options.add("PARTITION_BY (" + partitionKeys() + ")");
            options.add("WRITE_PARTITION_COLUMNS false");
        } else {
            options.add("WRITE_EMPTY_FILE false");
            options.add("FILE_SIZE_BYTES " + write.getTargetFileBytes());
        }
        return String.join(", ", options);
    }

    private String partitionKeys() {
        var keys = new ArrayList<String>();
        for (int i = 0; i < write.getPartitionsCount(); i++) {
            keys.add(partitionKey(i));
        }
        return String.join(", ", keys);
    }

    /** DuckDB cuts row groups by rows, unless it may mix their order: bytes are turned into rows by the columns' widths. */
    private long rowGroupRows() {
        if (write.getRowGroupRows() > 0) {
            return write.getRowGroupRows();
        }
        if (write.getRowGroupBytes() == 0) {
            return ROW_GROUP_ROWS_DEFAULT;
        }
        int rowBytes = write.getColumnsList().stream()
                .mapToInt(ParquetCopy::assumedBytes)
                .sum();
        return Math.max(ROW_GROUP_ROWS_MIN, write.getRowGroupBytes() / Math.max(1, rowBytes));
    }

    private static int assumedBytes(Field field) {
        return switch (field.getType()) {
            case "boolean" -> 1;
            case "int", "float", "date" -> Integer.BYTES;
            case "long", "double", "time", "timestamp", "timestamptz", "timestamp_ns", "timestamptz_ns" -> Long.BYTES;
            case "struct", "list", "map" ->
                field.getChildrenList().stream()
                        .mapToInt(ParquetCopy::assumedBytes)
                        .sum();
            default -> field.getType().startsWith("decimal") ? 2 * Long.BYTES : TEXT_BYTES_ASSUMED;
        };
    }

    private static String fieldIds(List<Field> fields) {
        return fields.stream()
                .map(field -> name(field.getName()) + ": " + fieldId(field))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** An id, or for a nested field its id and those of what it holds, under the names that DuckDB gives them. */
    private static String fieldId(Field field) {
        String own = "{__duckdb_field_id: " + field.getId() + ", ";
        List<Field> children = field.getChildrenList();
        return switch (field.getType()) {
            case "struct" -> own + fieldIds(children).substring(1);
            case "list" -> own + "element: " + fieldId(children.get(0)) + "}";
            case "map" -> own + "key: " + fieldId(children.get(0)) + ", value: " + fieldId(children.get(1)) + "}";
            default -> String.valueOf(field.getId());
        };
    }

    private static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
