package io.sqe.catalog.iceberg.scan;

import io.sqe.catalog.ColumnType;
import io.sqe.catalog.Literal;
import io.sqe.catalog.iceberg.footer.ParquetFooters;
import io.sqe.catalog.iceberg.local.LocalPath;
import io.sqe.catalog.iceberg.table.IcebergValues;
import io.sqe.catalog.iceberg.table.TypeFromIceberg;
import io.sqe.catalog.scan.DeleteFile;
import io.sqe.catalog.scan.ScanTask;
import io.sqe.catalog.scan.ScanTask.FileFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileContent;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.io.FileIO;

/** Says what Iceberg planned for a data file in the words of the catalog API. */
final class ScanTasks {
    private final FileIO io;
    private final ParquetFooters footers;
    private final Optional<String> nameMapping;

    /** @param nameMapping the table's name mapping, given only with files that need it */
    ScanTasks(FileIO io, ParquetFooters footers, Optional<String> nameMapping) {
        this.io = io;
        this.footers = footers;
        this.nameMapping = nameMapping;
    }

    PlannedFile planned(FileScanTask planned) {
        return new PlannedFile(task(planned), planned.file(), planned.spec());
    }

    ScanTask task(FileScanTask planned) {
        DataFile file = planned.file();
        String location = LocalPath.plain(file.location());
        FileFormat format = format(file);
        return new ScanTask(
                location,
                format,
                file.fileSizeInBytes(),
                file.recordCount(),
                constants(file, planned.spec()),
                nameMapping.filter(_ -> needsMapping(file, format)),
                planned.deletes().stream().map(ScanTasks::delete).toList());
    }

    private static FileFormat format(DataFile file) {
        return switch (file.format()) {
            case PARQUET -> FileFormat.PARQUET;
            case ORC -> FileFormat.ORC;
            case AVRO -> FileFormat.AVRO;
            case PUFFIN, METADATA ->
                throw new IllegalStateException("A data file of format " + file.format() + ": " + file.location());
        };
    }

    private boolean needsMapping(DataFile file, FileFormat format) {
        return format != FileFormat.PARQUET || !footers.hasFieldIds(io, file.location());
    }

    private static DeleteFile delete(org.apache.iceberg.DeleteFile file) {
        String location = LocalPath.plain(file.location());
        if (file.content() == FileContent.EQUALITY_DELETES) {
            return new DeleteFile.EqualityDeletes(location, file.recordCount(), file.equalityFieldIds());
        }
        if (file.format() == org.apache.iceberg.FileFormat.PUFFIN) {
            return new DeleteFile.DeletionVector(
                    location, file.contentOffset(), file.contentSizeInBytes(), file.recordCount());
        }
        return new DeleteFile.PositionDeletes(location, file.recordCount());
    }

    /** Values of identity-partitioned columns that the file may not hold: migrated files keep them in their paths only. */
    private static Map<Integer, Optional<Literal>> constants(DataFile file, PartitionSpec spec) {
        Map<Integer, Optional<Literal>> constants = new HashMap<>();
        List<PartitionField> fields = spec.fields();
        for (int i = 0; i < fields.size(); i++) {
            PartitionField field = fields.get(i);
            if (field.transform().isIdentity() && !holdsColumn(file, field.sourceId())) {
                var type = TypeFromIceberg.type(
                        spec.partitionType().fields().get(i).type(), field.name());
                constants.put(field.sourceId(), constant(type, file.partition().get(i, Object.class)));
            }
        }
        return constants;
    }

    private static Optional<Literal> constant(ColumnType type, @org.jspecify.annotations.Nullable Object value) {
        return value == null ? Optional.empty() : Optional.of(IcebergValues.literal(type, value));
    }

    /** A writer that recorded the size of the column wrote the column. */
    private static boolean holdsColumn(DataFile file, int fieldId) {
        Map<Integer, Long> sizes = file.columnSizes();
        return sizes != null && sizes.containsKey(fieldId);
    }
}
