package io.sqe.executor.process;

import io.sqe.executor.Cancellation;
import java.util.Optional;

/** The engines that fragments can be sent to. */
interface Engines extends AutoCloseable {

    /**
     * The engine for the next fragment; waits for one that will be there soon. The caller releases it.
     *
     * @throws io.sqe.executor.ExecutorException.EngineLost if there is none
     */
    EngineLink join(Cancellation cancellation);

    /** The engine that runs now, if there is one; never waits. The caller releases it. */
    Optional<EngineLink> find();

    EngineState state();

    /** Fragments that still run are lost. */
    @Override
    void close();
}
