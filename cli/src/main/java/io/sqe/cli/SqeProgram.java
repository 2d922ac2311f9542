package io.sqe.cli;

import io.sqe.cli.execution.ExitCode;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;

/** The program from arguments to exit code; holds no state of the process, so that tests can run it. */
public final class SqeProgram {
    private static final List<String> HELP = List.of("-h", "--help", "help", "completion");

    private final ProgramParts parts;
    private final StandardStreams streams;
    private final Map<String, String> environment;

    public SqeProgram(ProgramParts parts, StandardStreams streams, Map<String, String> environment) {
        this.parts = parts;
        this.streams = streams;
        this.environment = environment;
    }

    /** Runs the program and gives back its exit code. */
    public int run(String... arguments) {
        return commandLine(arguments).execute(arguments);
    }

    /** The command line; subcommands are there if the arguments name them or ask for help. */
    CommandLine commandLine(String... arguments) {
        CommandLine line = new CommandLine(new SqeCommand(parts, streams, environment));
        List<String> words = Arrays.asList(arguments);
        boolean all = words.stream().anyMatch(HELP::contains);
        for (Subcommand subcommand : subcommands(line)) {
            if (all || words.contains(subcommand.name())) {
                line.addSubcommand(subcommand.name(), subcommand.command().get());
            }
        }
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, OptionGroups::show);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(writer(streams.out()));
        line.setErr(writer(streams.err()));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setParameterExceptionHandler(SqeProgram::misused);
        line.setExecutionExceptionHandler((failure, _, _) -> {
            line.getErr().println("error[INTERNAL_ERROR]: " + failure);
            return ExitCode.STATEMENT_FAILED.number();
        });
        return line;
    }

    private List<Subcommand> subcommands(CommandLine line) {
        return Stream.concat(
                        Stream.of(new Subcommand("completion", () -> new CompletionCommand(line))),
                        parts.subcommands().stream())
                .toList();
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private static int misused(ParameterException failure, String[] arguments) {
        PrintWriter err = failure.getCommandLine().getErr();
        err.println("error[USAGE]: " + failure.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("Try '" + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE.number();
    }
}
