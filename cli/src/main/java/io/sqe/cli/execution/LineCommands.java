package io.sqe.cli.execution;

import java.io.IOException;

/** Runs the lines of a script that are for the shell itself. */
@FunctionalInterface
public interface LineCommands {

    Outcome run(String line) throws IOException;
}
