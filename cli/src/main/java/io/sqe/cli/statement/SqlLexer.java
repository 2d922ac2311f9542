package io.sqe.cli.statement;

import io.sqe.cli.statement.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts SQL text into tokens that together cover it wholly; takes any text, also an unfinished statement. */
public final class SqlLexer {
    private final CharSequence sql;
    private final LexicalRegion[] regions;
    private final LexicalRegion atEnd;
    private final List<SqlToken> tokens = new ArrayList<>();

    private SqlLexer(CharSequence sql) {
        this.sql = sql;
        this.regions = new LexicalRegion[sql.length()];
        LexicalState state = new LexicalState();
        for (int i = 0; i < regions.length; i++) {
            regions[i] = state.step(sql.charAt(i), i + 1 < regions.length ? sql.charAt(i + 1) : -1);
        }
        this.atEnd = state.region();
    }

    public static List<SqlToken> tokens(CharSequence sql) {
        return new SqlLexer(sql).cut();
    }

    /** Whether text ends within a statement, so that more of it must follow. Nothing but blanks is not a statement. */
    public static boolean endsWithinStatement(CharSequence sql) {
        SqlLexer lexer = new SqlLexer(sql);
        if (lexer.atEnd != LexicalRegion.CODE && lexer.atEnd != LexicalRegion.LINE_COMMENT) {
            return true;
        }
        return lexer.cut().reversed().stream()
                .filter(token -> !token.isBlank())
                .findFirst()
                .filter(last -> last.kind() != Kind.SEMICOLON)
                .isPresent();
    }

    private List<SqlToken> cut() {
        int start = 0;
        while (start < regions.length) {
            int end = regions[start] == LexicalRegion.CODE ? endOfCode(start) : endOfRegion(start);
            tokens.add(new SqlToken(kind(start), start, end));
            start = end;
        }
        return List.copyOf(tokens);
    }

    private Kind kind(int start) {
        return switch (regions[start]) {
            case STRING -> Kind.STRING;
            case QUOTED_IDENTIFIER -> Kind.QUOTED_IDENTIFIER;
            case LINE_COMMENT, BLOCK_COMMENT -> Kind.COMMENT;
            case CODE -> kindOfCode(sql.charAt(start));
        };
    }

    private static Kind kindOfCode(char c) {
        if (c == ';') {
            return Kind.SEMICOLON;
        }
        if (isBlank(c)) {
            return Kind.WHITESPACE;
        }
        if (Character.isDigit(c)) {
            return Kind.NUMBER;
        }
        return isWordStart(c) ? Kind.WORD : Kind.SYMBOL;
    }

    private int endOfRegion(int start) {
        int end = start + 1;
        while (end < regions.length && regions[end] == regions[start]) {
            end++;
        }
        return end;
    }

    private int endOfCode(int start) {
        Kind kind = kindOfCode(sql.charAt(start));
        int end = start + 1;
        while (end < regions.length && regions[end] == LexicalRegion.CODE && continues(kind, sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean continues(Kind kind, char c) {
        return switch (kind) {
            case WORD -> isWordStart(c) || Character.isDigit(c) || c == '$';
            case NUMBER -> Character.isLetterOrDigit(c) || c == '.' || c == '_';
            case WHITESPACE -> isBlank(c);
            case STRING, QUOTED_IDENTIFIER, COMMENT, SEMICOLON, SYMBOL -> false;
        };
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || Character.isSurrogate(c) || c == '_';
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff';
    }
}
