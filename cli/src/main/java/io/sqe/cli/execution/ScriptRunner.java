package io.sqe.cli.execution;

import io.sqe.cli.statement.ScriptItem;
import io.sqe.cli.statement.ScriptReader;
import java.io.IOException;
import java.util.Optional;

/** Runs the items of scripts in order. */
public final class ScriptRunner {
    private final StatementRunner statements;
    private final LineCommands commands;

    public ScriptRunner(StatementRunner statements, LineCommands commands) {
        this.statements = statements;
        this.commands = commands;
    }

    /**
     * Runs a script.
     *
     * @param source its name in messages; empty if it is plain where an item comes from
     * @return the worst that became of its items; LEAVE if it was left
     * @throws IOException if the script cannot be read, or nobody reads its results
     */
    public Outcome run(ScriptReader script, String source, OnError onError) throws IOException {
        Outcome worst = Outcome.DONE;
        for (Optional<ScriptItem> item = script.next(); item.isPresent(); item = script.next()) {
            Outcome outcome = run(item.get(), source);
            switch (outcome) {
                case DONE -> {}
                case CANCELLED -> {
                    return Outcome.CANCELLED;
                }
                case LEAVE -> {
                    return worst == Outcome.DONE ? Outcome.LEAVE : worst;
                }
                case FAILED -> {
                    if (onError == OnError.STOP) {
                        return Outcome.FAILED;
                    }
                    worst = Outcome.FAILED;
                }
            }
        }
        return worst;
    }

    public Outcome run(ScriptItem item, String source) throws IOException {
        return switch (item.kind()) {
            case SQL -> statements.run(item, source);
            case COMMAND -> commands.run(item.text());
        };
    }

    /** What happens to the rest of a script after an item has failed. */
    public enum OnError {
        STOP,
        CONTINUE
    }
}
