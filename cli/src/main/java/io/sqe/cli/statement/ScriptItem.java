package io.sqe.cli.statement;

/**
 * One thing that a script asks for, and where it stands.
 *
 * @param text without the semicolon at its end and blanks around it
 * @param line of its first character, from 1
 * @param column of its first character, from 1
 */
public record ScriptItem(Kind kind, String text, int line, int column) {

    /** What is asked. */
    public enum Kind {
        SQL,
        /** A line for the shell itself: {@code .tables} or {@code \q}. */
        COMMAND
    }
}
