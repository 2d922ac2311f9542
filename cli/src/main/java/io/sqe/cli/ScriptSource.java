package io.sqe.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a script comes from.
 *
 * @param name for messages; empty for what is on the command line
 */
record ScriptSource(String name, Opening opening) {

    static ScriptSource of(String sql) {
        return new ScriptSource("", () -> new StringReader(sql));
    }

    static ScriptSource of(Path file) {
        return new ScriptSource(file.toString(), () -> Files.newBufferedReader(file));
    }

    static ScriptSource of(String name, InputStream stream) {
        return new ScriptSource(name, () -> new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /** Opens the script; the caller closes it. */
    Reader open() throws IOException {
        return opening.open();
    }

    /** Opens a script. */
    @FunctionalInterface
    interface Opening {
        Reader open() throws IOException;
    }
}
