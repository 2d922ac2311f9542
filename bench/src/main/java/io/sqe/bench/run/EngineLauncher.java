package io.sqe.bench.run;

/** Starts the engine under test. */
@FunctionalInterface
public interface EngineLauncher {

    /** Starts an engine, which the caller closes. */
    EngineUnderTest launch(EngineLimits limits);
}
