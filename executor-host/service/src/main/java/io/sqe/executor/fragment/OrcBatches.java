package io.sqe.executor.fragment;

import io.sqe.executor.dataset.OrcScan;
import io.sqe.executor.dataset.WantedColumn;
import io.sqe.executor.duckdb.BatchScan;
import io.sqe.executor.duckdb.BatchSource;
import io.sqe.executor.lowering.EngineSql;
import io.sqe.executor.lowering.EngineSql.OrcFile;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/** An ORC file as a table that the engine can read: its columns, and the number of each row. */
final class OrcBatches implements BatchSource {
    private static final int BATCH_ROWS = 32_768;
    private static final Field ROW_NUMBER = Field.notNullable(EngineSql.ROW_NUMBER, new ArrowType.Int(64, true));

    private final String path;
    private final List<WantedColumn> wanted;
    private final BufferAllocator allocator;
    private final Schema schema;

    /** Reads the file's schema. */
    OrcBatches(OrcFile file, BufferAllocator allocator) {
        this.path = file.path();
        this.wanted = file.columns().stream().map(WantedColumns::of).toList();
        this.allocator = allocator;
        try (OrcScan scan = OrcScan.open(path, wanted, 1, allocator)) {
            List<Field> fields = new ArrayList<>(scan.schema().getFields());
            fields.add(ROW_NUMBER);
            this.schema = new Schema(fields);
        }
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public BatchScan open(List<Integer> columns) {
        List<WantedColumn> inFile =
                columns.stream().filter(this::isInFile).map(wanted::get).toList();
        return new Rows(OrcScan.open(path, inFile, BATCH_ROWS, allocator), columns);
    }

    private boolean isInFile(int column) {
        return column < wanted.size();
    }

    /** One reading of the file, by one thread. */
    private final class Rows implements BatchScan {
        private final OrcScan scan;
        private final List<Integer> columns;
        private long rowsRead;

        Rows(OrcScan scan, List<Integer> columns) {
            this.scan = scan;
            this.columns = columns;
        }

        @Override
        public @Nullable VectorSchemaRoot next() {
            VectorSchemaRoot batch = scan.next();
            if (batch == null) {
                return null;
            }
            int rows = batch.getRowCount();
            Iterator<FieldVector> inFile = batch.getFieldVectors().iterator();
            List<FieldVector> vectors = columns.stream()
                    .map(column -> isInFile(column) ? inFile.next() : rowNumbers(rows))
                    .toList();
            rowsRead += rows;
            return new VectorSchemaRoot(
                    columns.stream().map(schema.getFields()::get).toList(), vectors, rows);
        }

        private FieldVector rowNumbers(int rows) {
            BigIntVector numbers = new BigIntVector(ROW_NUMBER, allocator);
            numbers.allocateNew(rows);
            for (int row = 0; row < rows; row++) {
                numbers.set(row, rowsRead + row);
            }
            numbers.setValueCount(rows);
            return numbers;
        }

        @Override
        public void close() {
            scan.close();
        }
    }
}
