package io.sqe.executor.duckdb;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/**
 * One thread's part of a scan. Lends each batch to DuckDB's own importer, which cuts it into chunks over the same memory, and
 * points the query's chunk at them.
 */
final class BatchReader implements AutoCloseable {
    private final CApi api;
    private final SharedScan scan;
    private @Nullable OwnedHandle importer;
    private @Nullable OwnedHandle lastChunk;

    BatchReader(CApi api, SharedScan scan) {
        this.api = api;
        this.scan = scan;
    }

    /** An importer for some columns, in chunks of so many rows at most. */
    static OwnedHandle importer(CApi api, MemorySegment context, List<Field> columns, long chunkRows) {
        try (Call call = new Call(api)) {
            MemorySegment schema = new SchemaExport(call.arena()).write(columns);
            call.check(api.arrowImporterCreate(context, schema, chunkRows, call.out(), call.err()));
            return new OwnedHandle(call.outHandle(), api::arrowImporterDestroy);
        }
    }

    /** Puts the next rows into the query's chunk; leaves it empty at the end. */
    void fill(MemorySegment output, MemorySegment context) throws Exception {
        OwnedHandle source = openImporter(output, context);
        while (!pointAtNextChunk(source, output)) {
            VectorSchemaRoot batch = scan.batches().next();
            if (batch == null) {
                return;
            }
            try (batch) {
                lend(batch, source);
            }
        }
    }

    /** Frees what the query's last chunk pointed at. Called when the thread's part of the query ends. */
    @Override
    public void close() {
        if (lastChunk != null) {
            lastChunk.close();
        }
        if (importer != null) {
            importer.close();
        }
    }

    private OwnedHandle openImporter(MemorySegment output, MemorySegment context) {
        OwnedHandle present = importer;
        if (present == null) {
            present = importer(api, context, scan.columns(), capacity(output));
            importer = present;
        }
        return present;
    }

    private void lend(VectorSchemaRoot batch, OwnedHandle source) throws Exception {
        try (Call call = new Call(api)) {
            MemorySegment array = call.arena().allocate(CData.ARRAY_BYTES, 8);
            ArrayExport.write(batch, array);
            try {
                call.check(api.arrowImporterAppend(source.handle(), array, true, true, call.err()));
            } finally {
                CData.releaseArray(array);
            }
        }
    }

    /** The chunk of the call before must live until now, for the query was still reading it. */
    private boolean pointAtNextChunk(OwnedHandle source, MemorySegment output) {
        if (lastChunk != null) {
            lastChunk.close();
            lastChunk = null;
        }
        try (Call call = new Call(api)) {
            call.check(api.arrowImporterNextChunk(source.handle(), call.out(), call.err()));
            MemorySegment chunk = call.outHandle();
            if (MemorySegment.NULL.equals(chunk)) {
                return false;
            }
            lastChunk = new OwnedHandle(chunk, api::dataChunkDestroy);
            for (int index = 0; index < scan.columns().size(); index++) {
                MemorySegment target = vector(output, index, call);
                call.check(api.vectorReference(target, vector(chunk, index, call), call.err()));
            }
            call.check(api.dataChunkGetSize(chunk, call.out(), call.err()));
            long rows = call.outLong();
            call.check(api.vectorSetSize(vector(output, 0, call), rows, call.err()));
            return rows > 0;
        }
    }

    private long capacity(MemorySegment chunk) {
        try (Call call = new Call(api)) {
            call.check(api.dataChunkGetCapacity(chunk, call.out(), call.err()));
            return call.outLong();
        }
    }

    private MemorySegment vector(MemorySegment chunk, int index, Call call) {
        call.check(api.dataChunkGetVector(chunk, index, call.out(), call.err()));
        return call.outHandle();
    }
}
