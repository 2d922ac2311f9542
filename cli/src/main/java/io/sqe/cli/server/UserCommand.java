package io.sqe.cli.server;

import io.sqe.cli.execution.ExitCode;
import io.sqe.gateway.identity.PasswordHash;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Helps with a server's file of users. */
@Command(name = "user", description = "Help with a server's file of users.", mixinStandardHelpOptions = true)
public final class UserCommand {

    private UserCommand() {}

    /** The command with its subcommands. */
    public static CommandLine commandLine(InputStream in) {
        CommandLine line = new CommandLine(new UserCommand());
        line.addSubcommand("hash", new Hash(in));
        return line;
    }

    /** Hashes a password, asked for at a terminal or read as the first line of standard input; never an argument. */
    @Command(
            description = "Ask for a password, or read it from standard input, and print its hash.",
            mixinStandardHelpOptions = true)
    static final class Hash implements Callable<Integer> {
        private final InputStream in;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        Hash(InputStream in) {
            this.in = in;
        }

        @Override
        public Integer call() throws IOException {
            char[] password = password();
            try {
                spec.commandLine().getOut().println(PasswordHash.of(password).text());
                return ExitCode.OK.number();
            } catch (IllegalArgumentException wrong) {
                spec.commandLine().getErr().println("error[USAGE]: " + wrong.getMessage());
                return ExitCode.USAGE.number();
            } finally {
                Arrays.fill(password, '\0');
            }
        }

        private char[] password() throws IOException {
            Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
            if (terminal.isPresent()) {
                return Optional.ofNullable(terminal.get().readPassword("Password: "))
                        .orElse(new char[0]);
            }
            String line = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
            return line == null ? new char[0] : line.toCharArray();
        }
    }
}
