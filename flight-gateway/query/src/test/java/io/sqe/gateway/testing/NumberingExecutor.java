package io.sqe.gateway.testing;

import io.sqe.executor.ArrowStream;
import io.sqe.executor.Cancellation;
import io.sqe.executor.Executor;
import io.sqe.executor.ExecutorException;
import io.sqe.executor.FragmentOptions;
import io.sqe.executor.OperatorProfile;
import io.sqe.executor.Progress;
import io.sqe.executor.RunningFragment;
import io.sqe.fragment.Fragment;
import io.sqe.fragment.v1.FileRead;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** Answers every fragment with two batches of one row: the number of the run. So what was computed when can be told from its rows. */
public final class NumberingExecutor implements Executor {
    private static final Schema SCHEMA = new Schema(List.of(Field.nullable("run", new ArrowType.Int(32, true))));
    private static final int BATCHES = 2;

    private final BufferAllocator allocator;
    private final AtomicInteger runs = new AtomicInteger();
    private Runnable whileStarting = () -> {};
    private IntConsumer beforeBatch = _ -> {};

    public NumberingExecutor(BufferAllocator allocator) {
        this.allocator = allocator;
    }

    /** Has something happen while the next fragments start. */
    public void whileStarting(Runnable event) {
        whileStarting = event;
    }

    /** Has something happen before the next fragments' batches, told their place from 0; at {@code 2} the rows end. */
    public void beforeBatch(IntConsumer event) {
        beforeBatch = event;
    }

    public int runs() {
        return runs.get();
    }

    @Override
    public RunningFragment start(Fragment fragment, FragmentOptions options, Cancellation cancellation) {
        whileStarting.run();
        return new Run(runs.incrementAndGet(), VectorSchemaRoot.create(SCHEMA, allocator), beforeBatch);
    }

    @Override
    public String explain(Fragment fragment) {
        throw new ExecutorException.Unsupported("Nothing is explained here");
    }

    @Override
    public Schema describe(FileRead files) {
        throw new ExecutorException.Unsupported("There are no files here");
    }

    @Override
    public void close() {}

    private static final class Run implements RunningFragment, ArrowStream {
        private final int number;
        private final VectorSchemaRoot root;
        private final IntConsumer beforeBatch;
        private int loaded;

        Run(int number, VectorSchemaRoot root, IntConsumer beforeBatch) {
            this.number = number;
            this.root = root;
            this.beforeBatch = beforeBatch;
        }

        @Override
        public ArrowStream rows() {
            return this;
        }

        @Override
        public Schema schema() {
            return SCHEMA;
        }

        @Override
        public boolean loadNext() {
            beforeBatch.accept(loaded);
            root.clear();
            if (loaded == BATCHES) {
                return false;
            }
            loaded++;
            ((IntVector) root.getVector(0)).setSafe(0, number);
            root.setRowCount(1);
            return true;
        }

        @Override
        public VectorSchemaRoot batch() {
            return root;
        }

        @Override
        public Progress progress() {
            return Progress.UNKNOWN;
        }

        @Override
        public void cancel() {}

        @Override
        public Optional<OperatorProfile> profile() {
            return Optional.empty();
        }

        @Override
        public void close() {
            root.close();
        }
    }
}
