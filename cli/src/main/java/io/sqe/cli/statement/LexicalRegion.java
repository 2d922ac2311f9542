package io.sqe.cli.statement;

/** What a character of SQL text belongs to. */
public enum LexicalRegion {
    CODE,
    STRING,
    QUOTED_IDENTIFIER,
    LINE_COMMENT,
    BLOCK_COMMENT;

    boolean isComment() {
        return this == LINE_COMMENT || this == BLOCK_COMMENT;
    }
}
