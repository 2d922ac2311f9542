package io.sqe.catalog.iceberg.footer;

import static java.util.Objects.requireNonNull;

import io.sqe.catalog.iceberg.footer.FileColumn.Chunk;
import io.sqe.catalog.iceberg.footer.FileColumn.Nesting;
import io.sqe.catalog.iceberg.footer.ValueEncoding.Meaning;
import io.sqe.catalog.iceberg.footer.ValueEncoding.Physical;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads the Thrift structures of a footer, in which anything may be missing. */
final class ThriftFooter {
    private static final long DATA_START = 4;

    private final FileMetaData file;
    private final List<SchemaElement> schema;
    private final List<RowGroup> rowGroups;
    private final List<FileColumn> columns = new ArrayList<>();

    ThriftFooter(FileMetaData file) {
        this.file = file;
        this.schema = requireNonNull(file.getSchema(), "footer without a schema");
        this.rowGroups = requireNonNull(file.getRow_groups(), "footer without row groups");
    }

    long rowCount() {
        return file.getNum_rows();
    }

    List<Long> splitOffsets() {
        return rowGroups.stream().map(ThriftFooter::start).sorted().toList();
    }

    /** The leaves of the schema in the order of a row group's columns: depth first, as the schema is written. */
    List<FileColumn> columns() {
        int next = 1;
        for (int child = 0; child < schema.getFirst().getNum_children(); child++) {
            next = collect(next, Nesting.SINGLE);
        }
        return columns;
    }

    /** Answers the index after the element and all below it. */
    private int collect(int index, Nesting above) {
        SchemaElement element = schema.get(index);
        Nesting nesting = element.getRepetition_type() == FieldRepetitionType.REPEATED ? Nesting.REPEATED : above;
        int next = index + 1;
        if (!element.isSetNum_children() || element.getNum_children() == 0) {
            int id = element.isSetField_id() ? element.getField_id() : FileColumn.NO_FIELD_ID;
            columns.add(new FileColumn(id, encoding(element), nesting, chunks(columns.size())));
            return next;
        }
        for (int child = 0; child < element.getNum_children(); child++) {
            next = collect(next, nesting);
        }
        return next;
    }

    private List<Chunk> chunks(int column) {
        return rowGroups.stream()
                .map(group -> chunk(metadata(chunksOf(group).get(column))))
                .toList();
    }

    private static Chunk chunk(ColumnMetaData chunk) {
        Statistics statistics = chunk.getStatistics();
        long values = chunk.getNum_values();
        long bytes = chunk.getTotal_compressed_size();
        if (statistics == null) {
            return new Chunk(values, bytes, -1, null, null);
        }
        long nulls = statistics.isSetNull_count() ? statistics.getNull_count() : -1;
        return new Chunk(values, bytes, nulls, statistics.bufferForMin_value(), statistics.bufferForMax_value());
    }

    private static ValueEncoding encoding(SchemaElement element) {
        Physical physical = switch (requireNonNull(element.getType(), "column without a type")) {
            case BOOLEAN -> Physical.BOOLEAN;
            case INT32 -> Physical.INT32;
            case INT64 -> Physical.INT64;
            case FLOAT -> Physical.FLOAT;
            case DOUBLE -> Physical.DOUBLE;
            case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> Physical.BYTES;
            case INT96 -> Physical.UNORDERED;
        };
        LogicalType logical = element.getLogicalType();
        Meaning meaning = logical == null ? meaning(element.getConverted_type()) : meaning(logical);
        return new ValueEncoding(physical, meaning, element.getScale());
    }

    private static Meaning meaning(LogicalType type) {
        if (type.isSetTIMESTAMP()) {
            return meaning(type.getTIMESTAMP().getUnit());
        }
        if (type.isSetTIME()) {
            return meaning(type.getTIME().getUnit());
        }
        boolean unsigned = type.isSetINTEGER() && !type.getINTEGER().isIsSigned();
        return unsigned ? Meaning.UNSIGNED : Meaning.PLAIN;
    }

    private static Meaning meaning(@Nullable TimeUnit unit) {
        if (unit != null && unit.isSetMICROS()) {
            return Meaning.MICROSECONDS;
        }
        return unit != null && unit.isSetNANOS() ? Meaning.NANOSECONDS : Meaning.OTHER_TIME_UNIT;
    }

    /** Of files whose writer knows no logical types yet. */
    private static Meaning meaning(@Nullable ConvertedType type) {
        return switch (type) {
            case TIMESTAMP_MICROS, TIME_MICROS -> Meaning.MICROSECONDS;
            case TIMESTAMP_MILLIS, TIME_MILLIS -> Meaning.OTHER_TIME_UNIT;
            case UINT_8, UINT_16, UINT_32, UINT_64 -> Meaning.UNSIGNED;
            case null, default -> Meaning.PLAIN;
        };
    }

    private static long start(RowGroup group) {
        if (chunksOf(group).isEmpty()) {
            return DATA_START;
        }
        ColumnMetaData first = metadata(chunksOf(group).getFirst());
        return first.isSetDictionary_page_offset() && first.getDictionary_page_offset() > 0
                ? Math.min(first.getDictionary_page_offset(), first.getData_page_offset())
                : first.getData_page_offset();
    }

    private static List<ColumnChunk> chunksOf(RowGroup group) {
        return requireNonNull(group.getColumns(), "row group without columns");
    }

    private static ColumnMetaData metadata(ColumnChunk chunk) {
        return requireNonNull(chunk.getMeta_data(), "column without metadata");
    }
}
