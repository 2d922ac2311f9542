package io.sqe.gateway.observation.sql;

import java.util.List;
import java.util.Locale;

/** What kind of statement a text is, told by its first words. */
public enum StatementType {
    QUERY,
    INSERT,
    CTAS,
    UPDATE,
    DELETE,
    MERGE,
    DDL,
    SHOW,
    EXPLAIN,
    SESSION,
    OTHER;

    /** The first words are enough; a statement may have a megabyte. */
    private static final int CHARACTERS_MAX = 4096;

    static StatementType of(List<SqlToken> tokens) {
        String first = tokens.stream()
                .filter(token -> !token.text().equals("("))
                .findFirst()
                .map(token -> token.text().toUpperCase(Locale.ROOT))
                .orElse("");
        return switch (first) {
            case "SELECT", "WITH", "VALUES", "TABLE", "FROM", "SUBSTRAIT" -> QUERY;
            case "INSERT" -> INSERT;
            case "CREATE" -> makesTableOfQuery(tokens) ? CTAS : DDL;
            case "DROP", "ALTER", "COMMENT", "GRANT", "REVOKE", "TRUNCATE" -> DDL;
            case "UPDATE" -> UPDATE;
            case "DELETE" -> DELETE;
            case "MERGE" -> MERGE;
            case "SHOW", "DESCRIBE", "DESC" -> SHOW;
            case "EXPLAIN" -> EXPLAIN;
            case "USE", "SET", "RESET", "START", "COMMIT", "ROLLBACK" -> SESSION;
            default -> OTHER;
        };
    }

    public static StatementType of(String sql) {
        return of(SqlTokens.of(sql.length() > CHARACTERS_MAX ? sql.substring(0, CHARACTERS_MAX) : sql));
    }

    private static boolean makesTableOfQuery(List<SqlToken> tokens) {
        boolean isTable = tokens.stream().limit(4).anyMatch(token -> token.isWord("TABLE"));
        return isTable && tokens.stream().anyMatch(token -> token.isWord("AS"));
    }

    /** As metrics and audit have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
