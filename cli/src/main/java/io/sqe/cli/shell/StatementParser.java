package io.sqe.cli.shell;

import io.sqe.cli.statement.SqlLexer;
import java.util.Locale;
import java.util.Set;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line editor when a statement is whole and which word is being typed. */
final class StatementParser implements Parser {
    private static final Set<String> BARE_COMMANDS = Set.of("exit", "quit", "help");

    @Override
    public ParsedLine parse(String text, int cursor, ParseContext context) {
        boolean accepting = context == ParseContext.ACCEPT_LINE || context == ParseContext.UNSPECIFIED;
        if (accepting && !isCommand(text) && SqlLexer.endsWithinStatement(text)) {
            throw new EOFError(-1, -1, "The statement goes on until its semicolon");
        }
        String word = context == ParseContext.COMPLETE
                ? CompletionPoint.of(text, cursor).word()
                : text;
        return new SqlLine(text, cursor, word);
    }

    /** Whether a line is for the shell itself. */
    static boolean isCommand(String text) {
        String line = text.strip();
        return line.startsWith(".") || line.startsWith("\\") || isBareCommand(line);
    }

    /** The words that people type when they want to leave, or help. */
    static boolean isBareCommand(String line) {
        return BARE_COMMANDS.contains(line.strip().toLowerCase(Locale.ROOT));
    }
}
