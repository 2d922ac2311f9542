package io.sqe.executor.process;

import com.google.protobuf.ByteString;
import io.sqe.executor.Cancellation;
import io.sqe.executor.Executor;
import io.sqe.executor.FragmentOptions;
import io.sqe.executor.RunningFragment;
import io.sqe.executor.wire.EngineAction;
import io.sqe.executor.wire.WireFragments;
import io.sqe.fragment.Fragment;
import io.sqe.fragment.v1.ActionAnswer;
import io.sqe.fragment.v1.FileRead;
import java.time.Duration;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * Runs fragments on DuckDB in a process of its own. When that process ends, every fragment in it fails with {@link
 * io.sqe.executor.ExecutorException.EngineLost}, another is started, and the next fragment waits for it.
 */
public final class RemoteExecutor implements Executor {
    private static final Duration ASK_WAIT = Duration.ofMinutes(1);

    private final BufferAllocator allocator;
    private final EngineKeeper keeper;

    private RemoteExecutor(BufferAllocator allocator, EngineKeeper keeper) {
        this.allocator = allocator;
        this.keeper = keeper;
    }

    /**
     * Starts the engine's process and returns at once; the first fragment waits for it. The caller closes the executor, after all
     * its fragments.
     *
     * @param allocator accounts for the batches; stays the caller's
     */
    public static RemoteExecutor open(EngineProcessOptions options, BufferAllocator allocator) {
        BufferAllocator batches = allocator.newChildAllocator("sqe-engine", 0, options.bufferBytesMax());
        var keeper = new EngineKeeper(options, batches);
        keeper.begin();
        return new RemoteExecutor(batches, keeper);
    }

    /** Whether an engine runs now. Without one, fragments wait or are refused. */
    public boolean isReady() {
        return keeper.isRunning();
    }

    @Override
    public RunningFragment start(Fragment fragment, FragmentOptions options, Cancellation cancellation) {
        return RemoteFragment.start(keeper.join(cancellation), WireFragments.encode(fragment, options), cancellation);
    }

    @Override
    public String explain(Fragment fragment) {
        byte[] body = WireFragments.encode(fragment, FragmentOptions.standard()).toByteArray();
        return ask(EngineAction.EXPLAIN, body).getText();
    }

    @Override
    public Schema describe(FileRead files) {
        ByteString schema = ask(EngineAction.DESCRIBE, files.toByteArray()).getSchema();
        return Schema.deserializeMessage(schema.asReadOnlyByteBuffer());
    }

    private ActionAnswer ask(EngineAction action, byte[] body) {
        Engine engine = keeper.join(new Cancellation());
        try {
            return engine.ask(action, body, ASK_WAIT);
        } finally {
            engine.release();
        }
    }

    @Override
    public void close() {
        keeper.close();
        allocator.close();
    }
}
