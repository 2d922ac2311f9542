package io.sqe.executor.lowering;

/** Writes names and strings so that nothing in them is ever read as SQL. */
final class Quoting {

    private Quoting() {}

    /** An identifier: any character but NUL may be in it. */
    static String name(String name) {
        refuseNul(name, "name");
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A string literal. DuckDB's plain strings know no escapes but the doubled quote. */
    static String text(String text) {
        refuseNul(text, "text");
        return '\'' + text.replace("'", "''") + '\'';
    }

    private static void refuseNul(String text, String what) {
        if (text.indexOf('\0') >= 0) {
            throw new LoweringException.Unsupported("a NUL character in a " + what);
        }
    }
}
