package io.sqe.gateway.lifecycle;

import io.sqe.executor.ArrowStream;
import io.sqe.executor.Cancellation;
import io.sqe.executor.Executor;
import io.sqe.executor.FragmentOptions;
import io.sqe.executor.OperatorProfile;
import io.sqe.executor.Progress;
import io.sqe.executor.RunningFragment;
import io.sqe.fragment.Fragment;
import io.sqe.fragment.v1.FileRead;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** An executor whose fragments have no rows and start as the test says. */
final class ScriptedExecutor implements Executor {
    private final BufferAllocator allocator;
    private final Consumer<Cancellation> whileStarting;
    final List<Started> started = new CopyOnWriteArrayList<>();
    final CountDownLatch isStarting = new CountDownLatch(1);
    final CountDownLatch isFragmentClosed = new CountDownLatch(1);

    ScriptedExecutor(BufferAllocator allocator, Consumer<Cancellation> whileStarting) {
        this.allocator = allocator;
        this.whileStarting = whileStarting;
    }

    @Override
    public RunningFragment start(Fragment fragment, FragmentOptions options, Cancellation cancellation) {
        isStarting.countDown();
        whileStarting.accept(cancellation);
        started.add(new Started(fragment, options));
        return new NoRows(VectorSchemaRoot.create(new Schema(List.of()), allocator), isFragmentClosed);
    }

    @Override
    public String explain(Fragment fragment) {
        return "engine text";
    }

    @Override
    public Schema describe(FileRead files) {
        return new Schema(List.of());
    }

    @Override
    public void close() {}

    /** What was asked for. */
    record Started(Fragment fragment, FragmentOptions options) {}

    private record NoRows(VectorSchemaRoot batch, CountDownLatch isClosed) implements RunningFragment, ArrowStream {
        @Override
        public ArrowStream rows() {
            return this;
        }

        @Override
        public Schema schema() {
            return batch.getSchema();
        }

        @Override
        public boolean loadNext() {
            return false;
        }

        @Override
        public Progress progress() {
            return new Progress(50, 1, 2);
        }

        @Override
        public void cancel() {}

        @Override
        public Optional<OperatorProfile> profile() {
            return Optional.empty();
        }

        @Override
        public void close() {
            batch.close();
            isClosed.countDown();
        }
    }
}
