package io.sqe.gateway.observation.sql;

/** A piece of SQL text; comments and space are none. */
record SqlToken(Kind kind, String text) {

    boolean isWord(String upperCase) {
        return kind == Kind.WORD && text.equalsIgnoreCase(upperCase);
    }

    /** What a piece is. */
    enum Kind {
        WORD,
        /** In double quotes. */
        QUOTED_NAME,
        STRING,
        NUMBER,
        SYMBOL
    }
}
