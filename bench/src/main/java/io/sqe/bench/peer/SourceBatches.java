package io.sqe.bench.peer;

import io.sqe.bench.data.TableSource;
import io.sqe.executor.ArrowStream;
import io.sqe.executor.duckdb.BatchScan;
import io.sqe.executor.duckdb.BatchSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.arrow.vector.util.TransferPair;
import org.jspecify.annotations.Nullable;

/** Lets DuckDB's SQL read a generated table, its parts on as many threads as there are. */
public record SourceBatches(TableSource source, BufferAllocator allocator) implements BatchSource {

    @Override
    public Schema schema() {
        return source.schema();
    }

    @Override
    public int threadsMax() {
        return source.parts();
    }

    @Override
    public BatchScan open(List<Integer> columns) {
        return new PartsScan(source, List.copyOf(columns), allocator);
    }

    /** Whichever thread asks goes on with a part that no other thread has in hand. */
    private static final class PartsScan implements BatchScan {
        private final TableSource source;
        private final List<Integer> columns;
        private final BufferAllocator allocator;
        private final Queue<ArrowStream> idle = new ConcurrentLinkedQueue<>();
        private final AtomicInteger partsOpened = new AtomicInteger();

        PartsScan(TableSource source, List<Integer> columns, BufferAllocator allocator) {
            this.source = source;
            this.columns = columns;
            this.allocator = allocator;
        }

        @Override
        public @Nullable VectorSchemaRoot next() {
            for (ArrowStream part = takePart(); part != null; part = takePart()) {
                if (part.loadNext()) {
                    VectorSchemaRoot batch = handOver(part.batch());
                    idle.add(part);
                    return batch;
                }
                part.close();
            }
            return null;
        }

        @Override
        public void close() {
            idle.forEach(ArrowStream::close);
        }

        private @Nullable ArrowStream takePart() {
            ArrowStream begun = idle.poll();
            if (begun != null) {
                return begun;
            }
            int part = partsOpened.getAndIncrement();
            return part < source.parts() ? source.open(part, allocator) : null;
        }

        private VectorSchemaRoot handOver(VectorSchemaRoot batch) {
            List<FieldVector> vectors = columns.stream()
                    .map(column -> {
                        TransferPair pair = batch.getVector(column).getTransferPair(allocator);
                        pair.transfer();
                        return (FieldVector) pair.getTo();
                    })
                    .toList();
            return new VectorSchemaRoot(
                    vectors.stream().map(FieldVector::getField).toList(), vectors, batch.getRowCount());
        }
    }
}
