package io.sqe.executor.duckdb;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The batches of one query, produced as they are read. Read by one thread at a time; closed by whoever asked for it, which
 * abandons the query if it is still running. The batches themselves outlive the stream, the connection and the database.
 */
public final class ArrowStream implements AutoCloseable {
    private final Connection connection;
    private final OwnedHandle result;
    private final BufferAllocator allocator;
    private final List<ArrowColumn> columns;
    private final Schema schema;
    private volatile boolean isExhausted;

    private ArrowStream(Connection connection, OwnedHandle result, BufferAllocator allocator, ArrowColumn struct) {
        this.connection = connection;
        this.result = result;
        this.allocator = allocator;
        this.columns = struct.children();
        this.schema = new Schema(struct.field().getChildren(), struct.field().getMetadata());
    }

    /** Takes over a result, and destroys it if its schema cannot be read. */
    static ArrowStream of(Connection connection, OwnedHandle result, BufferAllocator allocator) {
        try {
            return new ArrowStream(connection, result, allocator, readSchema(connection.api(), result.handle()));
        } catch (RuntimeException failure) {
            result.close();
            throw failure;
        }
    }

    /** The columns of every batch. */
    public Schema schema() {
        return schema;
    }

    /** The next batch, which the caller closes; null at the end. Waits for DuckDB, and for nothing else. */
    public @Nullable VectorSchemaRoot next() {
        ImportedArray array = fetch();
        if (array == null) {
            return null;
        }
        VectorSchemaRoot batch = VectorSchemaRoot.create(schema, allocator);
        try (array) {
            load(array, batch);
            return batch;
        } catch (RuntimeException failure) {
            batch.close();
            throw failure;
        }
    }

    /** Puts the next batch into a root with this stream's schema, in place of what it held; false at the end. */
    public boolean loadNext(VectorSchemaRoot batch) {
        ImportedArray array = fetch();
        if (array == null) {
            batch.clear();
            return false;
        }
        try (array) {
            load(array, batch);
            return true;
        }
    }

    /**
     * Abandons what was not read yet and frees the connection for its next query. Any thread may call it: one that is in {@link
     * #next} gets a {@link DuckDbException.Interrupted}.
     */
    @Override
    public void close() {
        connection.close(this);
    }

    /** Whether everything was read, so that DuckDB has ended the statement. */
    boolean isExhausted() {
        return isExhausted;
    }

    /** Destroys the result. Called by the connection, which sees to it that nobody is fetching. */
    void closeResult() {
        result.close();
    }

    private @Nullable ImportedArray fetch() {
        return connection.whileExecuting(() -> {
            CApi api = connection.api();
            MemorySegment handle = result.handle();
            try (Call call = new Call(api)) {
                MemorySegment array = call.arena().allocate(CData.ARRAY_BYTES, 8);
                call.check(api.arrowResultFetchArray(handle, array, call.err()));
                isExhausted = CData.isReleasedArray(array);
                return isExhausted ? null : ImportedArray.move(array);
            }
        });
    }

    private void load(ImportedArray array, VectorSchemaRoot batch) {
        List<FieldVector> vectors = batch.getFieldVectors();
        batch.setRowCount(new ArrayImport(array, allocator).load(columns, vectors));
    }

    private static ArrowColumn readSchema(CApi api, MemorySegment result) {
        try (Call call = new Call(api);
                Arena arena = Arena.ofConfined()) {
            MemorySegment schema = arena.allocate(CData.SCHEMA_BYTES, 8);
            call.check(api.arrowResultGetSchema(result, schema, call.err()));
            try {
                return ArrowColumn.of(schema);
            } finally {
                CData.releaseSchema(schema);
            }
        }
    }
}
