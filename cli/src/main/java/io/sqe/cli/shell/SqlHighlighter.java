package io.sqe.cli.shell;

import io.sqe.cli.statement.SqlLexer;
import io.sqe.cli.statement.SqlToken;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours SQL as it is typed. */
final class SqlHighlighter implements Highlighter {
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    private static final AttributedStyle KEYWORD = PLAIN.bold().foreground(AttributedStyle.BLUE);
    private static final AttributedStyle STRING = PLAIN.foreground(AttributedStyle.GREEN);
    private static final AttributedStyle NUMBER = PLAIN.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle COMMENT = PLAIN.faint();
    private static final AttributedStyle COMMAND = PLAIN.foreground(AttributedStyle.MAGENTA);

    private final Supplier<Set<String>> keywords;

    /**
     * Makes the highlighter.
     *
     * @param keywords in upper case
     */
    SqlHighlighter(Supplier<Set<String>> keywords) {
        this.keywords = keywords;
    }

    @Override
    public AttributedString highlight(LineReader reader, String text) {
        if (StatementParser.isCommand(text)) {
            return new AttributedString(text, COMMAND);
        }
        Set<String> known = keywords.get();
        AttributedStringBuilder styled = new AttributedStringBuilder();
        for (SqlToken token : SqlLexer.tokens(text)) {
            styled.styled(style(token, text, known), token.in(text));
        }
        return styled.toAttributedString();
    }

    private static AttributedStyle style(SqlToken token, String text, Set<String> keywords) {
        return switch (token.kind()) {
            case WORD -> keywords.contains(token.in(text).toUpperCase(Locale.ROOT)) ? KEYWORD : PLAIN;
            case STRING -> STRING;
            case NUMBER -> NUMBER;
            case COMMENT -> COMMENT;
            case QUOTED_IDENTIFIER, WHITESPACE, SEMICOLON, SYMBOL -> PLAIN;
        };
    }
}
