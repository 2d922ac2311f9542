package io.sqe.cli.server;

import io.sqe.cli.execution.ExitCode;
import io.sqe.gateway.observation.audit.ChainCheck;
import io.sqe.gateway.observation.audit.ChainCheck.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads audit logs. */
@Command(name = "audit", description = "Check a server's audit log.", mixinStandardHelpOptions = true)
public final class AuditCommand {

    private AuditCommand() {}

    /** The command with its subcommands. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new AuditCommand());
        line.addSubcommand("verify", new Verify());
        return line;
    }

    /** Says whether a log's chain holds, and where it breaks. */
    @Command(
            description = "Say whether every entry follows from the one before it, and where the chain breaks.",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {

        @Parameters(
                arity = "1..*",
                paramLabel = "FILE",
                description = "Audit logs in the order in which they were written: rotated ones first.")
        private List<Path> files = List.of();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            try {
                Result result = ChainCheck.of(files);
                spec.commandLine().getOut().println(text(result));
                return exitCode(result).number();
            } catch (IOException unreadable) {
                spec.commandLine()
                        .getErr()
                        .println("error[USAGE]: Cannot read %s. Check that it is an audit log."
                                .formatted(unreadable.getMessage()));
                return ExitCode.USAGE.number();
            }
        }

        private static String text(Result result) {
            return switch (result) {
                case Result.Holds(long lines, long first, long last, String hash) ->
                    "The chain holds: %d entries, numbers %d to %d.%nLast hash: %s".formatted(lines, first, last, hash);
                case Result.Empty() -> "There are no entries.";
                case Result.Torn(Path file, long line, long last) ->
                    "The chain holds to entry %d. Line %d of %s is torn: the process ended while it was written."
                            .formatted(last, line, file);
                case Result.Broken(Path file, long line, String reason) ->
                    "The chain breaks at line %d of %s: %s.".formatted(line, file, reason);
            };
        }

        private static ExitCode exitCode(Result result) {
            return switch (result) {
                case Result.Holds _, Result.Empty _, Result.Torn _ -> ExitCode.OK;
                case Result.Broken _ -> ExitCode.STATEMENT_FAILED;
            };
        }
    }
}
