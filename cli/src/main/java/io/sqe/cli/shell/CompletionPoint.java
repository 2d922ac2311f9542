package io.sqe.cli.shell;

import io.sqe.cli.statement.SqlLexer;
import io.sqe.cli.statement.SqlToken;
import io.sqe.cli.statement.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is being typed where the cursor stands.
 *
 * @param word what of it is there: a command, a path of identifiers up to the cursor, or the file name within a string
 * @param before the command of a line of arguments, or the keyword before the word, in upper case; empty if there is none
 * @param tables that the statement names, with their aliases
 */
record CompletionPoint(Wanted wanted, String word, String before, List<NamedTable> tables) {
    private static final Set<String> BEFORE_TABLES =
            Set.of("FROM", "JOIN", "INTO", "UPDATE", "TABLE", "DESCRIBE", "DESC", "EXISTS", "USING");
    private static final Set<String> NOT_AN_ALIAS = Set.of(
            "WHERE",
            "JOIN",
            "LEFT",
            "RIGHT",
            "FULL",
            "INNER",
            "CROSS",
            "NATURAL",
            "ON",
            "USING",
            "GROUP",
            "ORDER",
            "HAVING",
            "LIMIT",
            "UNION",
            "INTERSECT",
            "EXCEPT",
            "SELECT",
            "VALUES",
            "SET",
            "FOR",
            "QUALIFY",
            "WINDOW",
            "OFFSET",
            "FETCH",
            "TABLESAMPLE",
            "WITH");

    /** What could stand at a place. */
    enum Wanted {
        COMMAND,
        COMMAND_ARGUMENT,
        FILE,
        TABLE,
        EXPRESSION,
        NOTHING
    }

    /**
     * A table as a statement names it.
     *
     * @param alias its name in the statement: its last part if it has no other
     */
    record NamedTable(List<String> path, String alias) {}

    static CompletionPoint of(String text, int cursor) {
        String before = text.substring(0, cursor);
        if (before.stripLeading().startsWith(".") || before.stripLeading().startsWith("\\")) {
            return inCommand(before.stripLeading());
        }
        List<SqlToken> tokens = SqlLexer.tokens(text);
        int first = 0;
        int end = tokens.size();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == Kind.SEMICOLON) {
                if (tokens.get(i).end() <= cursor) {
                    first = i + 1;
                } else {
                    end = Math.min(end, i);
                }
            }
        }
        return new Analysis(text, cursor, tokens.subList(first, end)).point();
    }

    private static CompletionPoint inCommand(String line) {
        int space = line.indexOf(' ');
        if (space < 0) {
            return new CompletionPoint(Wanted.COMMAND, line, "", List.of());
        }
        String arguments = line.substring(space + 1).stripLeading();
        String command = line.substring(0, space).toUpperCase(Locale.ROOT);
        return new CompletionPoint(Wanted.COMMAND_ARGUMENT, arguments, command, List.of());
    }

    /** Parts of a path of identifiers as they are without quotes. */
    static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /** Reads one statement around the cursor. */
    private record Analysis(String text, int cursor, List<SqlToken> tokens) {

        CompletionPoint point() {
            List<SqlToken> before =
                    tokens.stream().filter(token -> token.start() < cursor).toList();
            if (!before.isEmpty() && isWithin(before.getLast())) {
                return withinQuotes(before);
            }
            int start = startOfWord(before);
            String keyword = keywordBefore(start);
            boolean table = BEFORE_TABLES.contains(keyword) || (keyword.equals(",") && isInFromList(start));
            return new CompletionPoint(
                    table ? Wanted.TABLE : Wanted.EXPRESSION, text.substring(start, cursor), keyword, namedTables());
        }

        private boolean isWithin(SqlToken last) {
            boolean closed = switch (last.kind()) {
                case STRING -> endsWith(last, '\'');
                case QUOTED_IDENTIFIER -> true;
                case COMMENT -> text.charAt(last.start()) == '/' && last.end() <= cursor;
                default -> true;
            };
            return !closed || (last.kind() == Kind.STRING && last.end() > cursor);
        }

        private boolean endsWith(SqlToken token, char quote) {
            return token.end() - token.start() > 1 && text.charAt(token.end() - 1) == quote;
        }

        private CompletionPoint withinQuotes(List<SqlToken> before) {
            SqlToken open = before.getLast();
            String keyword = keywordBefore(open.start());
            boolean file = open.kind() == Kind.STRING
                    && (BEFORE_TABLES.contains(keyword) || keyword.equals("(") || keyword.equals("TO"));
            return file
                    ? new CompletionPoint(Wanted.FILE, text.substring(open.start() + 1, cursor), keyword, List.of())
                    : new CompletionPoint(Wanted.NOTHING, "", keyword, List.of());
        }

        private int startOfWord(List<SqlToken> before) {
            int start = cursor;
            for (SqlToken token : before.reversed()) {
                boolean part = token.kind() == Kind.WORD
                        || token.kind() == Kind.QUOTED_IDENTIFIER
                        || token.in(text).equals(".");
                if (!part) {
                    break;
                }
                start = token.start();
            }
            return start;
        }

        /** The word or symbol before a place, in upper case. */
        private String keywordBefore(int place) {
            return tokens.reversed().stream()
                    .filter(token -> token.end() <= place && !token.isBlank())
                    .findFirst()
                    .map(token -> token.in(text).toUpperCase(Locale.ROOT))
                    .orElse("");
        }

        /** Whether the last clause that begins before a place is FROM. */
        private boolean isInFromList(int place) {
            return tokens.reversed().stream()
                    .filter(token -> token.end() <= place && token.kind() == Kind.WORD)
                    .map(token -> token.in(text).toUpperCase(Locale.ROOT))
                    .filter(word -> word.equals("FROM") || word.equals("SELECT") || NOT_AN_ALIAS.contains(word))
                    .findFirst()
                    .filter("FROM"::equals)
                    .isPresent();
        }

        private List<NamedTable> namedTables() {
            List<SqlToken> code =
                    tokens.stream().filter(token -> !token.isBlank()).toList();
            List<NamedTable> tables = new ArrayList<>();
            for (int i = 0; i < code.size(); i++) {
                String word = upper(code, i);
                boolean listed = word.equals(",") && isInFromList(code.get(i).start());
                if (listed || (code.get(i).kind() == Kind.WORD && BEFORE_TABLES.contains(word))) {
                    addTable(code, i + 1, tables);
                }
            }
            return tables;
        }

        private void addTable(List<SqlToken> code, int first, List<NamedTable> tables) {
            List<String> path = new ArrayList<>();
            int i = first;
            while (isIdentifier(code, i) && !NOT_AN_ALIAS.contains(upper(code, i))) {
                path.addAll(parts(code.get(i).in(text)));
                i++;
                if (!upper(code, i).equals(".")) {
                    break;
                }
                i++;
            }
            if (path.isEmpty()) {
                return;
            }
            i += upper(code, i).equals("AS") ? 1 : 0;
            boolean aliased = isIdentifier(code, i) && !NOT_AN_ALIAS.contains(upper(code, i));
            String alias = aliased ? parts(code.get(i).in(text)).getFirst() : path.getLast();
            tables.add(new NamedTable(List.copyOf(path), alias));
        }

        private static boolean isIdentifier(List<SqlToken> code, int i) {
            return i < code.size()
                    && (code.get(i).kind() == Kind.WORD || code.get(i).kind() == Kind.QUOTED_IDENTIFIER);
        }

        private String upper(List<SqlToken> code, int i) {
            return i < code.size() ? code.get(i).in(text).toUpperCase(Locale.ROOT) : "";
        }
    }
}
