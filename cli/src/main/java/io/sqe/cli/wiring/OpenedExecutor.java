package io.sqe.cli.wiring;

import io.sqe.executor.Executor;
import io.sqe.executor.fragment.DuckDbExecutor;
import io.sqe.executor.fragment.ExecutorOptions;
import io.sqe.executor.process.EngineProcessOptions;
import io.sqe.executor.process.EngineState;
import io.sqe.executor.process.RemoteExecutor;
import java.util.function.Supplier;
import org.apache.arrow.memory.BufferAllocator;

/**
 * An executor at its place, and how its engines are. Whoever opened it closes the executor.
 *
 * @param state quick to ask
 */
record OpenedExecutor(Executor executor, Supplier<EngineState> state) {
    private static final EngineState EMBEDDED = new EngineState(1, 1, 0, 0);

    /** Returns at once; what takes long goes on in the background. */
    static OpenedExecutor open(EnginePlace place, ExecutorOptions options, BufferAllocator allocator, WarmUp warmUp) {
        return switch (place) {
            case EnginePlace.Embedded() -> {
                DuckDbExecutor embedded = DuckDbExecutor.open(options, allocator);
                warmUp.start(embedded);
                yield new OpenedExecutor(embedded, () -> EMBEDDED);
            }
            case EnginePlace.OwnProcess(var standby) ->
                of(RemoteExecutor.open(EngineProcessOptions.of(options).withStandby(standby), allocator));
            case EnginePlace.OnWorkers(var workers) -> of(RemoteExecutor.over(workers, allocator));
        };
    }

    private static OpenedExecutor of(RemoteExecutor remote) {
        return new OpenedExecutor(remote, remote::state);
    }
}
