package io.sqe.substrait.binding;

import io.sqe.catalog.Column;
import io.sqe.catalog.TableSchema;
import io.sqe.catalog.scan.DeleteFile;
import io.sqe.catalog.scan.DeleteFile.EqualityDeletes;
import io.sqe.catalog.scan.FileScan;
import io.sqe.catalog.scan.FileScan.SchemaHistory;
import io.sqe.catalog.scan.ScanTask;
import io.sqe.fragment.v1.DataFile;
import io.sqe.fragment.v1.Field;
import io.sqe.fragment.v1.IcebergRead;
import io.substrait.proto.NamedStruct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says what the catalog planned for a scan in our own message. */
record IcebergReads(int number, FileScan scan, NamedStruct schema) {

    IcebergRead message() {
        TableSchema table = scan.table().schema();
        List<Column> columns = columns(table);
        Map<DeleteFile, Integer> deletes = new LinkedHashMap<>();
        IcebergRead.Builder out = IcebergRead.newBuilder()
                .setTable(scan.table().name().toString())
                .setScan(number)
                .setEvolved(scan.schemaHistory() == SchemaHistory.EVOLVED)
                .setFilesTotal(scan.filesTotal())
                .setBytesTotal(scan.bytesTotal());
        columns.forEach(column -> out.addColumns(field(column)));
        scan.tasks().forEach(task -> out.addFiles(file(task, deletes)));
        deletes.keySet().forEach(delete -> out.addDeletes(Deletes.of(delete)));
        deleteColumns(table, columns, deletes.keySet()).forEach(column -> out.addDeleteColumns(Fields.of(column)));
        return out.build();
    }

    /** The columns that the plan reads, by their names in the plan. */
    private List<Column> columns(TableSchema table) {
        return TopLevelNames.of(schema).stream()
                .map(name -> table.find(name)
                        .orElseThrow(() -> new IllegalStateException(
                                "Table " + scan.table().name() + " has no column " + name + " in this version")))
                .toList();
    }

    private Field field(Column column) {
        return Fields.of(column).toBuilder()
                .setDigits(scan.decimalDigits().getOrDefault(column.fieldId(), 0))
                .build();
    }

    private static DataFile file(ScanTask task, Map<DeleteFile, Integer> deletes) {
        DataFile.Builder file = DataFile.newBuilder()
                .setLocation(task.location())
                .setFormat(
                        switch (task.format()) {
                            case PARQUET -> DataFile.Format.PARQUET;
                            case ORC -> DataFile.Format.ORC;
                            case AVRO -> DataFile.Format.AVRO;
                        })
                .setLengthBytes(task.lengthBytes())
                .setRowCount(task.rowCount())
                .setNameMapping(task.nameMapping().orElse(""));
        task.constants().forEach((fieldId, value) -> file.putConstants(fieldId, Constants.of(value)));
        for (DeleteFile delete : task.deletes()) {
            deletes.putIfAbsent(delete, deletes.size());
            file.addDeletes(deletes.getOrDefault(delete, 0));
        }
        return file.build();
    }

    /** What equality deletes compare and the plan does not read. */
    private static List<Column> deleteColumns(TableSchema table, List<Column> read, Set<DeleteFile> deletes) {
        Set<Integer> compared = new LinkedHashSet<>();
        for (DeleteFile delete : deletes) {
            if (delete instanceof EqualityDeletes equality) {
                compared.addAll(equality.fieldIds());
            }
        }
        read.forEach(column -> compared.remove(column.fieldId()));
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            if (compared.remove(column.fieldId())) {
                columns.add(column);
            }
        }
        if (!compared.isEmpty()) {
            throw new IllegalStateException("Equality deletes compare fields that are no columns: " + compared);
        }
        return columns;
    }
}
