package io.sqe.cli.server;

import io.sqe.cli.execution.ExitCode;
import io.sqe.gateway.identity.UserFileEditor;
import io.sqe.gateway.identity.UserFileException;
import io.sqe.policy.decision.Principal;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Helps with a server's file of users. */
@Command(name = "user", description = "Help with a server's file of users.", mixinStandardHelpOptions = true)
public final class UserCommand {

    private UserCommand() {}

    /** The command with its subcommands. */
    public static CommandLine commandLine(InputStream in) {
        CommandLine line = new CommandLine(new UserCommand());
        TypedPassword password = new TypedPassword(in);
        line.addSubcommand("hash", new Hash(password));
        line.addSubcommand("add", new Add(password));
        line.addSubcommand("remove", new Remove());
        line.addSubcommand("list", new Listing());
        return line;
    }

    /** A subcommand whose faults are its user's. */
    abstract static class Task implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        abstract void run(PrintWriter out);

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            try {
                run(out);
                out.flush();
                return ExitCode.OK.number();
            } catch (IllegalArgumentException | UserFileException | UncheckedIOException wrong) {
                spec.commandLine().getErr().println("error[USAGE]: " + wrong.getMessage());
                return ExitCode.USAGE.number();
            }
        }
    }

    /** Hashes a password, asked for at a terminal or read as the first line of standard input; never an argument. */
    @Command(
            description = "Ask for a password, or read it from standard input, and print its hash.",
            mixinStandardHelpOptions = true)
    static final class Hash extends Task {
        private final TypedPassword password;

        Hash(TypedPassword password) {
            this.password = password;
        }

        @Override
        void run(PrintWriter out) {
            out.println(password.hash().text());
        }
    }

    /** Adds a user. */
    @Command(
            description = "Add a user; the password is asked for, or read from standard input.",
            mixinStandardHelpOptions = true)
    static final class Add extends Task {
        private final TypedPassword password;

        @Option(names = "--file", required = true, paramLabel = "FILE", description = "The file of users (users_file).")
        private @Nullable Path file;

        @Option(names = "--role", paramLabel = "ROLE", description = "A role of the user; may be repeated.")
        private List<String> roles = new ArrayList<>();

        @Parameters(paramLabel = "NAME", description = "The user's name.")
        private String name = "";

        Add(TypedPassword password) {
            this.password = password;
        }

        @Override
        void run(PrintWriter out) {
            editor(file).add(new Principal(name, Set.copyOf(roles)), password.hash());
            out.println("Added %s. A running server takes it over on SIGHUP.".formatted(name));
        }
    }

    /** Removes a user. */
    @Command(
            description = "Remove a user; a running server ends the user's sessions on SIGHUP.",
            mixinStandardHelpOptions = true)
    static final class Remove extends Task {
        @Option(names = "--file", required = true, paramLabel = "FILE", description = "The file of users (users_file).")
        private @Nullable Path file;

        @Parameters(paramLabel = "NAME", description = "The user's name.")
        private String name = "";

        @Override
        void run(PrintWriter out) {
            editor(file).remove(name);
            out.println("Removed %s. A running server takes it over on SIGHUP.".formatted(name));
        }
    }

    /** Lists users. */
    @Command(description = "List users and their roles.", mixinStandardHelpOptions = true)
    static final class Listing extends Task {
        @Option(names = "--file", required = true, paramLabel = "FILE", description = "The file of users (users_file).")
        private @Nullable Path file;

        @Override
        void run(PrintWriter out) {
            editor(file)
                    .list()
                    .forEach(user -> out.println("%s\t%s"
                            .formatted(
                                    user.name(),
                                    String.join(
                                            ",", user.roles().stream().sorted().toList()))));
        }
    }

    private static UserFileEditor editor(@Nullable Path file) {
        if (file == null) {
            throw new IllegalArgumentException("--file is missing");
        }
        return new UserFileEditor(file);
    }
}
