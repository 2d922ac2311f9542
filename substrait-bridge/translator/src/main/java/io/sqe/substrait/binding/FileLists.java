package io.sqe.substrait.binding;

import com.google.protobuf.Any;
import io.sqe.catalog.Column;
import io.sqe.catalog.scan.DeleteFile;
import io.sqe.catalog.scan.ScanPlan;
import io.sqe.catalog.scan.ScanPlan.SchemaHistory;
import io.sqe.catalog.scan.ScanTask;
import io.sqe.fragment.v1.DataFile;
import io.sqe.fragment.v1.IcebergRead;
import io.sqe.planner.binding.BoundTable;
import io.substrait.proto.ReadRel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Reads as lists of Iceberg's files.
 *
 * @param scans what the catalog planned, by scan number
 */
public record FileLists(Map<Integer, ScanPlan> scans) implements TableReads {

    public FileLists {
        scans = Map.copyOf(scans);
    }

    @Override
    public void addTo(ReadRel.Builder read, BoundTable table) {
        IcebergRead files = files(Objects.requireNonNull(scans.get(table.scan())), table);
        read.setExtensionTable(ReadRel.ExtensionTable.newBuilder().setDetail(Any.pack(files)));
    }

    private static IcebergRead files(ScanPlan scan, BoundTable table) {
        IcebergRead.Builder read = IcebergRead.newBuilder()
                .setTable(table.name().toString())
                .setScan(table.scan())
                .setFilesTotal(scan.filesTotal())
                .setBytesTotal(scan.bytesTotal())
                .setEvolved(scan.schemaHistory() == SchemaHistory.EVOLVED);
        for (Column column : scan.table().schema().columns()) {
            read.addColumns(IcebergFields.of(column));
        }
        Map<DeleteFile, Integer> deletes = new LinkedHashMap<>();
        for (ScanTask task : scan.tasks()) {
            read.addFiles(file(task, deletes));
        }
        deletes.keySet().forEach(delete -> read.addDeletes(delete(delete)));
        return read.build();
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
                .setRowCount(task.rowCount());
        task.nameMapping().ifPresent(file::setNameMapping);
        task.constants()
                .forEach((fieldId, value) ->
                        file.putConstants(fieldId, value.map(Constants::of).orElse(Constants.NULL)));
        for (DeleteFile delete : task.deletes()) {
            int next = deletes.size();
            Integer known = deletes.putIfAbsent(delete, next);
            file.addDeletes(known == null ? next : known);
        }
        return file.build();
    }

    private static io.sqe.fragment.v1.DeleteFile delete(DeleteFile delete) {
        var message = io.sqe.fragment.v1.DeleteFile.newBuilder().setLocation(delete.location());
        switch (delete) {
            case DeleteFile.PositionDeletes(var _, long rowCount) ->
                message.setRowCount(rowCount)
                        .setPositions(io.sqe.fragment.v1.DeleteFile.Positions.getDefaultInstance());
            case DeleteFile.EqualityDeletes(var _, long rowCount, var fieldIds) ->
                message.setRowCount(rowCount)
                        .setEquality(io.sqe.fragment.v1.DeleteFile.Equality.newBuilder()
                                .addAllFieldIds(fieldIds));
            case DeleteFile.DeletionVector(var _, long offset, long length, long rowCount) ->
                message.setRowCount(rowCount)
                        .setVector(io.sqe.fragment.v1.DeleteFile.Vector.newBuilder()
                                .setOffsetBytes(offset)
                                .setLengthBytes(length));
        }
        return message.build();
    }
}
