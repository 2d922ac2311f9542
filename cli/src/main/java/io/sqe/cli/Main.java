package io.sqe.cli;

import io.sqe.bench.command.BenchCommand;
import io.sqe.cli.wiring.BenchEngine;
import io.sqe.cli.wiring.DuckDbParquetSink;
import io.sqe.cli.wiring.EmbeddedEngine;
import java.util.List;

/** Starts the {@code sqe} program. */
public final class Main {
    private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

    private Main() {}

    public static void main(String[] arguments) {
        quietenLibraries(arguments);
        ProgramParts parts = new ProgramParts(
                EmbeddedEngine::open,
                new DuckDbParquetSink(),
                List.of(new Subcommand("bench", () -> new BenchCommand(BenchEngine::open))));
        System.exit(new SqeProgram(parts, StandardStreams.ofProcess(), System.getenv()).run(arguments));
    }

    /** What libraries log is no message to a person; {@code --debug} asks for it. */
    private static void quietenLibraries(String[] arguments) {
        boolean debug = List.of(arguments).contains("--debug");
        if (System.getProperty(LOG_LEVEL) == null) {
            System.setProperty(LOG_LEVEL, debug ? "info" : "off");
        }
    }
}
