package io.sqe.cli;

import io.sqe.bench.command.BenchCommand;
import io.sqe.cli.server.AuditCommand;
import io.sqe.cli.server.ConfigCommand;
import io.sqe.cli.server.ServerCommand;
import io.sqe.cli.server.UserCommand;
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
        StandardStreams streams = StandardStreams.ofProcess();
        ProgramParts parts = new ProgramParts(
                EmbeddedEngine::open,
                new DuckDbParquetSink(),
                List.of(
                        new Subcommand("bench", () -> new BenchCommand(BenchEngine::open)),
                        new Subcommand(
                                "server", () -> new ServerCommand(System.getenv(), new ProgramVersion().number())),
                        new Subcommand("config", () -> ConfigCommand.commandLine(System.getenv())),
                        new Subcommand("user", () -> UserCommand.commandLine(streams.in())),
                        new Subcommand("audit", AuditCommand::commandLine)));
        System.exit(new SqeProgram(parts, streams, System.getenv()).run(arguments));
    }

    /**
     * What libraries log is no message to a person; {@code --debug} asks for it. A server's log is of use to others: there a logger
     * that can write JSON is worth the time that it takes to start.
     */
    private static void quietenLibraries(String[] arguments) {
        boolean isServer = arguments.length > 0 && arguments[0].equals("server");
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty(
                "slf4j.provider",
                isServer
                        ? "ch.qos.logback.classic.spi.LogbackServiceProvider"
                        : "org.slf4j.simple.SimpleServiceProvider");
        boolean debug = List.of(arguments).contains("--debug");
        if (System.getProperty(LOG_LEVEL) == null) {
            System.setProperty(LOG_LEVEL, debug ? "info" : "off");
        }
    }
}
