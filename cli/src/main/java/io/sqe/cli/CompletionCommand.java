package io.sqe.cli;

import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a script that lets bash and zsh complete the program's arguments. */
@Command(
        name = "completion",
        description = "Print a completion script for bash and zsh: source <(sqe completion bash)",
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Runnable {
    private final CommandLine program;

    /** One script serves both; who names another shell is told so. */
    @Parameters(
            paramLabel = "SHELL",
            arity = "0..1",
            defaultValue = "bash",
            description = "bash or zsh; both read the same script.")
    private ReadBy shell = ReadBy.BASH;

    CompletionCommand(CommandLine program) {
        this.program = program;
    }

    @Override
    public void run() {
        String header = "# Lets %s complete the arguments of sqe.%n"
                .formatted(shell.name().toLowerCase(Locale.ROOT));
        program.getOut().print(header + AutoComplete.bash("sqe", program));
        program.getOut().flush();
    }

    /** Shells that the script is for. */
    enum ReadBy {
        BASH,
        ZSH
    }
}
