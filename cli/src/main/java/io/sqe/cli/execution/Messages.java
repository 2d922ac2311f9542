package io.sqe.cli.execution;

import io.sqe.cli.format.DisplayText;
import io.sqe.cli.format.Ink;
import io.sqe.cli.statement.ScriptItem;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.QueryControl;
import java.io.PrintWriter;

/** What the program has to say beside results: failures, times, hints. */
public final class Messages {
    private final PrintWriter out;
    private final ErrorText errors;
    private final StackTraces stackTraces;
    private final ProgressDisplay progress;

    public Messages(PrintWriter out, Ink ink, StackTraces stackTraces, ProgressDisplay progress) {
        this.out = out;
        this.errors = new ErrorText(ink);
        this.stackTraces = stackTraces;
        this.progress = progress;
    }

    /** Shows how far a query has come until what is returned is closed. */
    ProgressDisplay.Shown showProgress(QueryControl query) {
        return progress.show(query);
    }

    public void say(String sentence) {
        out.println(DisplayText.harmlessLines(sentence));
        out.flush();
    }

    /** Text that the program made itself, with its colours. */
    public void show(String text) {
        out.print(text);
        out.flush();
    }

    public void failed(QueryException failure, ScriptItem statement, String source) {
        show(errors.of(failure, statement, source));
        trace(failure);
    }

    public void failed(String code, String message, Throwable failure) {
        show(errors.of(code, message));
        trace(failure);
    }

    public void failed(String code, String message) {
        show(errors.of(code, message));
    }

    private void trace(Throwable failure) {
        if (stackTraces == StackTraces.SHOWN) {
            failure.printStackTrace(out);
            out.flush();
        }
    }

    /** Whether failures come with where in the program they arose. */
    public enum StackTraces {
        SHOWN,
        HIDDEN
    }
}
