package io.sqe.executor.fragment;

import io.sqe.executor.ExecutorException;
import io.sqe.executor.duckdb.DuckDbException;
import io.sqe.executor.lowering.EngineSql.EngineColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** The engine's batches under the plan's names. */
final class FragmentRows implements EngineRows {
    private final io.sqe.executor.duckdb.ArrowStream engineRows;
    private final BooleanSupplier isCancelled;
    private final VectorSchemaRoot batch;
    private boolean isFinished;

    FragmentRows(
            io.sqe.executor.duckdb.ArrowStream engineRows,
            List<EngineColumn> columns,
            BufferAllocator allocator,
            BooleanSupplier isCancelled) {
        this.engineRows = engineRows;
        this.isCancelled = isCancelled;
        this.batch = VectorSchemaRoot.create(renamed(engineRows.schema(), columns), allocator);
    }

    @Override
    public Schema schema() {
        return batch.getSchema();
    }

    @Override
    public boolean loadNext() {
        if (isFinished) {
            return false;
        }
        if (isCancelled.getAsBoolean()) {
            throw new ExecutorException.Cancelled();
        }
        try {
            boolean isLoaded = engineRows.loadNext(batch);
            if (!isLoaded) {
                finish();
            }
            return isLoaded;
        } catch (DuckDbException failure) {
            throw isCancelled.getAsBoolean() ? new ExecutorException.Cancelled() : EngineFailures.of(failure);
        }
    }

    @Override
    public VectorSchemaRoot batch() {
        return batch;
    }

    @Override
    public boolean isFinished() {
        return isFinished;
    }

    /** The engine completes a statement's profile when its result is closed. */
    private void finish() {
        engineRows.close();
        isFinished = true;
    }

    @Override
    public void close() {
        try (engineRows) {
            batch.close();
        }
    }

    private static Schema renamed(Schema schema, List<EngineColumn> columns) {
        if (schema.getFields().size() != columns.size()) {
            throw new IllegalStateException(
                    "The engine answers " + schema.getFields().size() + " columns, not " + columns.size());
        }
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Field field = schema.getFields().get(i);
            fields.add(new Field(columns.get(i).name(), field.getFieldType(), field.getChildren()));
        }
        return new Schema(fields, schema.getCustomMetadata());
    }
}
