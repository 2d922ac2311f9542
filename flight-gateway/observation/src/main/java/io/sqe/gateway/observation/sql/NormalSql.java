package io.sqe.gateway.observation.sql;

import io.sqe.gateway.observation.sql.SqlToken.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Statements in normal form: words in upper case, one space between tokens, no comments. */
public final class NormalSql {
    private NormalSql() {}

    /** Equal for texts that differ in space, comments and letter case alone. */
    public static String hash(String sql) {
        String normal = join(
                SqlTokens.of(sql),
                token -> token.kind() == Kind.WORD ? token.text().toUpperCase(Locale.ROOT) : token.text());
        return sha256(normal);
    }

    /** The text with every literal replaced by what it was: {@code '[REDACTED:EMAIL]'}. */
    public static String withoutLiterals(String sql) {
        return join(SqlTokens.of(sql), token -> switch (token.kind()) {
            case STRING -> "'[REDACTED:" + PersonalData.kindOf(token.text()).orElse("TEXT") + "]'";
            case NUMBER -> "[REDACTED:" + PersonalData.kindOf(token.text()).orElse("NUMBER") + "]";
            case WORD, QUOTED_NAME, SYMBOL -> token.text();
        });
    }

    /** The text as it was, but for what looks like personal data. */
    public static String withoutPersonalData(String sql) {
        return PersonalData.redact(sql);
    }

    private static String join(List<SqlToken> tokens, Function<SqlToken, String> text) {
        return tokens.stream().map(text).collect(Collectors.joining(" "));
    }

    /** As hexadecimal digits. */
    public static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
