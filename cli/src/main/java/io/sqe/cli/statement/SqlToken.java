package io.sqe.cli.statement;

/**
 * A stretch of SQL text.
 *
 * @param start index of its first character
 * @param end index after its last character
 */
public record SqlToken(Kind kind, int start, int end) {

    public String in(CharSequence sql) {
        return sql.subSequence(start, end).toString();
    }

    /** Whether the parser would skip it. */
    public boolean isBlank() {
        return kind == Kind.WHITESPACE || kind == Kind.COMMENT;
    }

    /** What a token is. */
    public enum Kind {
        /** A keyword or an unquoted identifier. */
        WORD,
        QUOTED_IDENTIFIER,
        STRING,
        NUMBER,
        COMMENT,
        WHITESPACE,
        SEMICOLON,
        /** Any other character. */
        SYMBOL
    }
}
