package io.sqe.cli.statement;

import io.sqe.cli.statement.ScriptItem.Kind;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Optional;

/**
 * Reads a script item by item, holding no more of it than one. Items are SQL up to a semicolon, and lines that start with a
 * dot or a backslash where a statement could start. The caller closes the reader underneath.
 */
public final class ScriptReader {
    /** Longest statement that a script may hold, in characters. */
    public static final int STATEMENT_CHARS_MAX = 64 * 1024 * 1024;

    private final Reader source;
    private int ahead;
    private int line = 1;
    private int column = 1;

    public ScriptReader(Reader source) throws IOException {
        this.source = source;
        this.ahead = source.read();
        if (ahead == '\ufeff') {
            ahead = source.read();
        }
    }

    public static ScriptReader of(String script) {
        try {
            return new ScriptReader(new StringReader(script));
        } catch (IOException impossible) {
            throw new AssertionError("A string can be read", impossible);
        }
    }

    /** The next item; empty at the end of the script. */
    public Optional<ScriptItem> next() throws IOException {
        while (true) {
            skipBlanks();
            if (ahead < 0) {
                return Optional.empty();
            }
            if (ahead == '.' || ahead == '\\') {
                return Optional.of(command());
            }
            Optional<ScriptItem> statement = statement();
            if (statement.isPresent()) {
                return statement;
            }
        }
    }

    private void skipBlanks() throws IOException {
        while (ahead >= 0 && (Character.isWhitespace(ahead) || ahead == ';')) {
            advance();
        }
    }

    private ScriptItem command() throws IOException {
        int startLine = line;
        int startColumn = column;
        StringBuilder text = new StringBuilder();
        while (ahead >= 0 && ahead != '\n') {
            append(text, advance());
        }
        String command = text.toString().strip();
        while (command.endsWith(";")) {
            command = command.substring(0, command.length() - 1).strip();
        }
        return new ScriptItem(Kind.COMMAND, command, startLine, startColumn);
    }

    /** Reads to the semicolon; empty if there was nothing but a comment, which is dropped. */
    private Optional<ScriptItem> statement() throws IOException {
        int startLine = line;
        int startColumn = column;
        StringBuilder text = new StringBuilder();
        LexicalState state = new LexicalState();
        boolean hasCode = false;
        while (ahead >= 0) {
            int c = advance();
            LexicalRegion region = state.step(c, ahead);
            if (region == LexicalRegion.CODE && c == ';') {
                break;
            }
            hasCode |= !region.isComment() && !Character.isWhitespace(c);
            if (!hasCode && state.region() == LexicalRegion.CODE) {
                return Optional.empty();
            }
            append(text, c);
        }
        if (!hasCode) {
            return Optional.empty();
        }
        return Optional.of(new ScriptItem(Kind.SQL, text.toString().stripTrailing(), startLine, startColumn));
    }

    private static void append(StringBuilder text, int c) throws IOException {
        if (text.length() >= STATEMENT_CHARS_MAX) {
            throw new IOException("a statement is longer than " + STATEMENT_CHARS_MAX + " characters");
        }
        text.append((char) c);
    }

    private int advance() throws IOException {
        int c = ahead;
        ahead = source.read();
        if (c == '\n') {
            line++;
            column = 1;
        } else {
            column++;
        }
        return c;
    }
}
