package io.sqe.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Prints a script that lets bash and zsh complete the program's arguments. */
@Command(
        name = "completion",
        description = "Print a completion script for bash and zsh: source <(sqe completion)",
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Runnable {
    private final CommandLine program;

    CompletionCommand(CommandLine program) {
        this.program = program;
    }

    @Override
    public void run() {
        program.getOut().print(AutoComplete.bash("sqe", program));
        program.getOut().flush();
    }
}
