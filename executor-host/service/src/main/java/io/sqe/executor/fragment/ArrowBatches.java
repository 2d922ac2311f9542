package io.sqe.executor.fragment;

import io.sqe.executor.dataset.UnreadableFileException;
import io.sqe.executor.duckdb.BatchScan;
import io.sqe.executor.duckdb.BatchSource;
import io.sqe.executor.lowering.EngineSql.ArrowFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.arrow.vector.util.TransferPair;
import org.jspecify.annotations.Nullable;

/** A file in Arrow's stream format as a table that the engine can read. Several threads take its batches in turn. */
final class ArrowBatches implements BatchSource {
    private final String path;
    private final BufferAllocator allocator;
    private final Schema schema;

    /** Reads the file's schema. */
    ArrowBatches(ArrowFile file, BufferAllocator allocator) {
        this.path = file.path();
        this.allocator = allocator;
        try (Rows rows = new Rows(List.of())) {
            this.schema = rows.schema();
        }
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public BatchScan open(List<Integer> columns) {
        return new Rows(columns);
    }

    @Override
    public int threadsMax() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** One reading of the file. Loading is one thread's at a time; what the engine then does with a batch is not. */
    private final class Rows implements BatchScan {
        private final List<Integer> columns;
        private final ArrowStreamReader reader;
        private final ReentrantLock turn = new ReentrantLock();

        Rows(List<Integer> columns) {
            this.columns = columns;
            try {
                this.reader = new ArrowStreamReader(FileChannel.open(Path.of(path)), allocator);
            } catch (IOException missing) {
                throw new UnreadableFileException(path, "it is missing.", missing);
            }
        }

        Schema schema() {
            try {
                return reader.getVectorSchemaRoot().getSchema();
            } catch (IOException damaged) {
                throw new UnreadableFileException(path, "it is damaged.", damaged);
            }
        }

        @Override
        public @Nullable VectorSchemaRoot next() {
            turn.lock();
            try {
                return reader.loadNextBatch() ? moved(reader.getVectorSchemaRoot()) : null;
            } catch (IOException damaged) {
                throw new UnreadableFileException(path, "it is damaged.", damaged);
            } finally {
                turn.unlock();
            }
        }

        /** The wanted columns in a batch of their own: the reader's is filled again. */
        private VectorSchemaRoot moved(VectorSchemaRoot read) {
            List<FieldVector> vectors = new ArrayList<>();
            for (int column : columns) {
                TransferPair pair = read.getVector(column).getTransferPair(allocator);
                pair.transfer();
                vectors.add((FieldVector) pair.getTo());
            }
            return new VectorSchemaRoot(
                    vectors.stream().map(FieldVector::getField).toList(), vectors, read.getRowCount());
        }

        @Override
        public void close() {
            try {
                reader.close();
            } catch (IOException failure) {
                throw new UnreadableFileException(path, "it cannot be closed.", failure);
            }
        }
    }
}
