package io.sqe.executor.process;

import com.google.protobuf.ByteString;
import io.sqe.executor.Cancellation;
import io.sqe.executor.DataCacheState;
import io.sqe.executor.EngineMemory;
import io.sqe.executor.Executor;
import io.sqe.executor.FragmentOptions;
import io.sqe.executor.RunningFragment;
import io.sqe.executor.wire.EngineAction;
import io.sqe.executor.wire.WireFragments;
import io.sqe.executor.wire.WireProfiles;
import io.sqe.fragment.Fragment;
import io.sqe.fragment.v1.ActionAnswer;
import io.sqe.fragment.v1.FileRead;
import java.time.Duration;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * Runs fragments on DuckDB in another process. When that ends, every fragment in it fails with {@link
 * io.sqe.executor.ExecutorException.EngineLost}, another takes its place, and the next fragment waits for it.
 */
public final class RemoteExecutor implements Executor {
    private static final Duration ASK_WAIT = Duration.ofMinutes(1);
    private static final Duration LOOK_WAIT = Duration.ofSeconds(1);

    private final BufferAllocator allocator;
    private final Engines engines;

    private RemoteExecutor(BufferAllocator allocator, Engines engines) {
        this.allocator = allocator;
        this.engines = engines;
    }

    /**
     * Starts the engine's process and returns at once; the first fragment waits for it. The caller closes the executor, after all
     * its fragments.
     *
     * @param allocator accounts for the batches; stays the caller's
     */
    public static RemoteExecutor open(EngineProcessOptions options, BufferAllocator allocator) {
        BufferAllocator batches = allocator.newChildAllocator("sqe-engine", 0, options.bufferBytesMax());
        return new RemoteExecutor(batches, EngineKeeper.open(options, batches));
    }

    /**
     * Sends fragments to workers instead: each to the first that answers. The caller closes the executor, after all its fragments.
     *
     * @param allocator accounts for the batches; stays the caller's
     */
    public static RemoteExecutor over(WorkerOptions options, BufferAllocator allocator) {
        BufferAllocator batches = allocator.newChildAllocator("sqe-workers", 0, options.bufferBytesMax());
        return new RemoteExecutor(batches, Workers.open(options, batches));
    }

    /** How the engines are now. Without one that runs, fragments wait or are refused. */
    public EngineState state() {
        return engines.state();
    }

    @Override
    public RunningFragment start(Fragment fragment, FragmentOptions options, Cancellation cancellation) {
        return RemoteFragment.start(
                engines.join(cancellation),
                WireFragments.encode(fragment, options),
                options.traceparent(),
                cancellation);
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

    /** Asked often, by who must not wait: without an engine that runs nothing is held. */
    @Override
    public EngineMemory memory() {
        return askNow(EngineAction.MEMORY)
                .map(ActionAnswer::getHoldings)
                .map(WireProfiles::decode)
                .orElse(EngineMemory.NONE);
    }

    @Override
    public DataCacheState dataCache() {
        return askNow(EngineAction.DATA_CACHE)
                .map(ActionAnswer::getDataCache)
                .map(WireProfiles::decode)
                .orElse(DataCacheState.NONE);
    }

    private Optional<ActionAnswer> askNow(EngineAction action) {
        return engines.find().map(engine -> ask(engine, action, new byte[0], LOOK_WAIT));
    }

    private ActionAnswer ask(EngineAction action, byte[] body) {
        return ask(engines.join(new Cancellation()), action, body, ASK_WAIT);
    }

    private static ActionAnswer ask(EngineLink engine, EngineAction action, byte[] body, Duration wait) {
        try {
            return engine.ask(action, body, wait);
        } finally {
            engine.release();
        }
    }

    @Override
    public void close() {
        engines.close();
        allocator.close();
    }
}
