package io.sqe.gateway.write;

import io.sqe.catalog.CatalogException;
import io.sqe.catalog.Column;
import io.sqe.catalog.PartitionField;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableWrite;
import io.sqe.fragment.v1.ParquetWrite;
import io.sqe.substrait.binding.Fields;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How an executor is to write a table's files: what the table's properties say, by Iceberg's names for them. */
public final class WriteSettings {
    private static final String CODEC = "write.parquet.compression-codec";
    private static final String CODEC_LEVEL = "write.parquet.compression-level";
    private static final String ROW_GROUP_BYTES = "write.parquet.row-group-size-bytes";
    private static final String PAGE_BYTES = "write.parquet.page-size-bytes";
    private static final String TARGET_FILE_BYTES = "write.target-file-size-bytes";
    private static final String CODEC_DEFAULT = "zstd";
    /** A reader that wants few rows of a row group skips its other pages; smaller ones than these slow down whole scans. */
    private static final long PAGE_BYTES_DEFAULT = 128L << 10;

    private static final long TARGET_FILE_BYTES_DEFAULT = 512L << 20;
    private static final Set<String> CODECS = Set.of("zstd", "snappy", "gzip", "lz4", "brotli", "uncompressed");

    private WriteSettings() {}

    /** @throws CatalogException.InvalidDefinition if a property has no usable value */
    public static ParquetWrite of(TableWrite write) {
        TableMetadata table = write.table();
        Map<String, String> properties = table.properties();
        ParquetWrite.Builder settings = ParquetWrite.newBuilder()
                .setFolder(write.dataFolder())
                .setCodec(codec(properties))
                .setCodecLevel((int) number(properties, CODEC_LEVEL, 0))
                .setRowGroupBytes(number(properties, ROW_GROUP_BYTES, 0))
                .setPageBytes(number(properties, PAGE_BYTES, PAGE_BYTES_DEFAULT))
                .setTargetFileBytes(number(properties, TARGET_FILE_BYTES, TARGET_FILE_BYTES_DEFAULT));
        table.schema().columns().forEach(column -> settings.addColumns(Fields.of(column)));
        table.partitioning().forEach(field -> settings.addPartitions(partition(table, field)));
        return settings.build();
    }

    private static ParquetWrite.Partition partition(TableMetadata table, PartitionField field) {
        List<String> names = table.schema().columns().stream().map(Column::name).toList();
        return ParquetWrite.Partition.newBuilder()
                .setName(field.name())
                .setSource(names.indexOf(field.sourceColumn()))
                .setTransform(field.transform().specName())
                .build();
    }

    private static String codec(Map<String, String> properties) {
        String codec = properties.getOrDefault(CODEC, CODEC_DEFAULT);
        String known = codec.equals("none") ? "uncompressed" : codec;
        if (!CODECS.contains(known)) {
            throw new CatalogException.InvalidDefinition("%s is %s, which is none of %s."
                    .formatted(CODEC, codec, CODECS.stream().sorted().toList()));
        }
        return known.equals("lz4") ? "lz4_raw" : known;
    }

    private static long number(Map<String, String> properties, String name, long otherwise) {
        String text = properties.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException notANumber) {
            throw new CatalogException.InvalidDefinition("%s is %s, which is not a number.".formatted(name, text));
        }
    }
}
