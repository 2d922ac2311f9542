package io.sqe.cli;

import io.sqe.cli.StandardStreams.Channel;
import io.sqe.cli.execution.Messages.StackTraces;
import io.sqe.cli.execution.ScriptRunner.OnError;
import io.sqe.cli.format.ResultFormat.Audience;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program's main command: the shell for a person at a terminal, otherwise a runner of scripts. */
@Command(
        name = "sqe",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = false,
        customSynopsis = "Usage: sqe [OPTIONS] [COMMAND]",
        synopsisHeading = "",
        description = {
            "SQL over Apache Iceberg.",
            "",
            "Starts the shell, or runs -e and -f, or a script from standard input.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All statements succeeded",
            "1:A statement failed",
            "2:The command line is wrong",
            "3:The warehouse cannot be opened",
            "130:Interrupted by ctrl-C",
            "141:Nobody reads the output any more"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sqe                                           the shell",
            "  sqe -e \"SELECT * FROM 'a.parquet' LIMIT 10\"   a file as a table",
            "  sqe --format csv -e \"SELECT 1 AS one\" >a.csv  rows for programs",
            "  sqe --format parquet -o a.parquet -f a.sql    a result as a file",
            "  echo 'SHOW TABLES' | sqe --warehouse lake     from standard input"
        })
final class SqeCommand implements Callable<Integer> {
    private final ProgramParts parts;
    private final StandardStreams streams;
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-e", "--execute"},
            paramLabel = "SQL",
            description = "Run statements and leave. Repeatable.")
    private List<String> execute = new ArrayList<>();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Run the statements of FILE (- is standard input) and leave. Repeatable; runs after -e.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private OutputArguments output = new OutputArguments();

    @Option(names = "--stop-on-error", description = "Leave at the first statement that fails. The default.")
    private boolean stopOnError;

    @Option(names = "--continue-on-error", description = "Run what follows a statement that fails; still exit with 1.")
    private boolean continueOnError;

    @Mixin
    private EngineArguments engine = new EngineArguments();

    @Option(names = "--debug", description = "Show stack traces with errors.")
    private boolean debug;

    SqeCommand(ProgramParts parts, StandardStreams streams, Map<String, String> environment) {
        this.parts = parts;
        this.streams = streams;
        this.environment = environment;
    }

    @Spec
    void describe(CommandSpec described) {
        spec = described;
        described.versionProvider((IVersionProvider) () -> new ProgramVersion().lines());
    }

    @Override
    public Integer call() {
        if (stopOnError && continueOnError) {
            throw misuse("--stop-on-error and --continue-on-error exclude each other");
        }
        boolean toTerminal = streams.isTerminal(EnumSet.of(Channel.OUT));
        if (output.format().audience() == Audience.FILES && output.file().isEmpty() && toTerminal) {
            throw misuse("--format " + output.format() + " needs --output FILE");
        }
        try {
            return new ProgramRun(parts, streams, environment, request()).run().number();
        } catch (IllegalArgumentException wrong) {
            throw misuse(String.valueOf(wrong.getMessage()));
        }
    }

    private Request request() {
        return new Request(
                execute,
                files,
                output,
                engine,
                continueOnError ? OnError.CONTINUE : OnError.STOP,
                debug ? StackTraces.SHOWN : StackTraces.HIDDEN);
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
