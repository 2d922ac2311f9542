package io.sqe.cli.format;

/** The values of one vector as text. */
@FunctionalInterface
interface Cells {

    /** Appends the value of a row. Must not be asked for a NULL, unless the vector's values are all NULL. */
    void append(int row, StringBuilder out);
}
