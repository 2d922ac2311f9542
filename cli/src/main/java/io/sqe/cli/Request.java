package io.sqe.cli;

import io.sqe.cli.execution.Messages.StackTraces;
import io.sqe.cli.execution.ScriptRunner.OnError;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the command line asks of the main command.
 *
 * @param execute SQL to run
 * @param files scripts to run after it; {@code -} is standard input
 */
record Request(
        List<String> execute,
        List<Path> files,
        OutputArguments output,
        EngineArguments engine,
        OnError onError,
        StackTraces stackTraces) {
    private static final Path STANDARD_INPUT = Path.of("-");

    boolean namesNoScript() {
        return execute.isEmpty() && files.isEmpty();
    }

    /** The scripts in the order in which they run; standard input if none is named. */
    List<ScriptSource> sources(InputStream standardInput) {
        ScriptSource input = ScriptSource.of("standard input", standardInput);
        if (namesNoScript()) {
            return List.of(input);
        }
        Stream<ScriptSource> statements = execute.stream().map(ScriptSource::of);
        Stream<ScriptSource> scripts =
                files.stream().map(file -> file.equals(STANDARD_INPUT) ? input : ScriptSource.of(file));
        return Stream.concat(statements, scripts).toList();
    }
}
