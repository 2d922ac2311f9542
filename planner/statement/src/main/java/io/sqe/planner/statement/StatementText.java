package io.sqe.planner.statement;

/**
 * The text of one of several statements.
 *
 * @param text without the semicolon
 * @param offset index of its first character in the text it was cut from
 */
public record StatementText(String text, int offset, Completion completion) {

    /** Whether the statement's end was seen. */
    public enum Completion {
        TERMINATED,
        /** No semicolon follows. */
        OPEN,
        /** Ends inside a quoted name, a text or a comment. */
        WITHIN_WORD
    }
}
