package io.sqe.gateway.write;

import io.sqe.catalog.ColumnType;
import io.sqe.catalog.Literal;
import io.sqe.catalog.PartitionField;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.WrittenFile;
import io.sqe.executor.ArrowStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/**
 * The files that an executor has written for one table.
 *
 * @param rowCount rows in all of them
 */
public record WrittenFiles(List<WrittenFile> files, long rowCount) {

    public WrittenFiles {
        files = List.copyOf(files);
    }

    /** Reads the executor's rows to their end (see {@code Fragment.Output.Parquet}); does not close them. */
    public static WrittenFiles read(ArrowStream rows, TableMetadata table) {
        List<WrittenFile> files = new ArrayList<>();
        long rowCount = 0;
        while (rows.loadNext()) {
            VectorSchemaRoot batch = rows.batch();
            BigIntVector counts = (BigIntVector) batch.getVector("row_count");
            for (int row = 0; row < batch.getRowCount(); row++) {
                rowCount += counts.get(row);
                files.add(file(batch, row, table));
            }
        }
        return new WrittenFiles(files, rowCount);
    }

    private static WrittenFile file(VectorSchemaRoot batch, int row, TableMetadata table) {
        String location = String.valueOf(batch.getVector("location").getObject(row));
        List<?> texts = (List<?>) batch.getVector("partition").getObject(row);
        Map<String, Optional<Literal>> values = new LinkedHashMap<>();
        for (int i = 0; i < table.partitioning().size(); i++) {
            PartitionField field = table.partitioning().get(i);
            Optional<String> text = Optional.ofNullable(texts.get(i)).map(String::valueOf);
            values.put(field.name(), text.map(value -> PartitionText.parse(field, source(table, field), value)));
        }
        return new WrittenFile(location, values);
    }

    private static ColumnType source(TableMetadata table, PartitionField field) {
        return table.schema().find(field.sourceColumn()).orElseThrow().type();
    }
}
