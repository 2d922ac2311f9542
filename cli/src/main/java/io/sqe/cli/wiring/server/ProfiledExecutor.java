package io.sqe.cli.wiring.server;

import io.sqe.executor.Cancellation;
import io.sqe.executor.DataCacheState;
import io.sqe.executor.EngineMemory;
import io.sqe.executor.Executor;
import io.sqe.executor.FragmentOptions;
import io.sqe.executor.RunningFragment;
import io.sqe.fragment.Fragment;
import io.sqe.fragment.v1.FileRead;
import java.util.function.BooleanSupplier;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * An executor that has the operators of what is slow measured, as long as somebody wants that.
 *
 * @param isWanted asked for each fragment
 */
record ProfiledExecutor(Executor executor, BooleanSupplier isWanted) implements Executor {

    @Override
    public RunningFragment start(Fragment fragment, FragmentOptions options, Cancellation cancellation) {
        return executor.start(fragment, isWanted.getAsBoolean() ? options.profiledIfSlow() : options, cancellation);
    }

    @Override
    public String explain(Fragment fragment) {
        return executor.explain(fragment);
    }

    @Override
    public Schema describe(FileRead files) {
        return executor.describe(files);
    }

    @Override
    public EngineMemory memory() {
        return executor.memory();
    }

    @Override
    public DataCacheState dataCache() {
        return executor.dataCache();
    }

    @Override
    public void close() {
        executor.close();
    }
}
