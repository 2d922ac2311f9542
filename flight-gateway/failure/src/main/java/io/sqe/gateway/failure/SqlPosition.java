package io.sqe.gateway.failure;

/** A place in SQL text; lines and columns count from 1, the end is the last character's. */
public record SqlPosition(int line, int column, int endLine, int endColumn) {

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
