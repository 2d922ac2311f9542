package io.sqe.executor.process;

import io.sqe.executor.FragmentOptions;
import io.sqe.executor.RunningFragment;
import io.sqe.executor.duckdb.Connection;
import io.sqe.executor.duckdb.Database;
import io.sqe.executor.duckdb.DatabaseOptions;
import io.sqe.executor.duckdb.DuckDbLibrary;
import io.sqe.executor.fragment.ExecutorOptions;
import io.sqe.fragment.Fragment;
import java.nio.file.Path;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;

/** An executor with its process, and an engine that writes files for it to read. Closing it shows that nothing leaked. */
record TestProcess(RootAllocator allocator, RemoteExecutor executor, Database files) implements AutoCloseable {

    static TestProcess over(Path folder) {
        return of(options(folder));
    }

    static EngineProcessOptions options(Path folder) {
        return EngineProcessOptions.of(ExecutorOptions.over(List.of(folder)).withThreads(2));
    }

    static TestProcess of(EngineProcessOptions options) {
        var allocator = new RootAllocator();
        return new TestProcess(
                allocator,
                RemoteExecutor.open(options, allocator),
                Database.open(DuckDbLibrary.load(), DatabaseOptions.open().withThreads(1)));
    }

    List<String> rows(Fragment fragment) {
        try (RunningFragment running = executor.start(fragment, FragmentOptions.standard())) {
            return Plans.drain(running);
        }
    }

    /** The engine's process: the only child of this one. */
    static ProcessHandle engine() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .findAny()
                .orElseThrow();
    }

    /** As an operator's {@code kill -9} would, or a crash. */
    static void killEngine() {
        ProcessHandle engine = engine();
        if (!engine.destroyForcibly()) {
            throw new IllegalStateException("The engine cannot be killed");
        }
        engine.onExit().join();
    }

    Path write(Path file, String query) {
        try (Connection connection = files.connect()) {
            connection.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet)");
        }
        return file;
    }

    @Override
    public void close() {
        executor.close();
        files.close();
        allocator.close();
    }
}
