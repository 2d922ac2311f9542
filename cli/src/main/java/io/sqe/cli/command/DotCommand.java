package io.sqe.cli.command;

import io.sqe.cli.execution.Outcome;
import java.io.IOException;
import java.util.Set;

/**
 * One command.
 *
 * @param name with its dot
 * @param aliases other names for it
 * @param arguments as help shows them
 * @param help one line
 */
public record DotCommand(String name, Set<String> aliases, String arguments, String help, Action action) {

    boolean isCalled(String word) {
        return name.equals(word) || aliases.contains(word);
    }

    String usage() {
        return arguments.isEmpty() ? name : name + " " + arguments;
    }

    /** What a command does with the rest of its line. */
    @FunctionalInterface
    public interface Action {
        Outcome run(String arguments) throws IOException;
    }
}
