package io.sqe.policy.file;

import io.sqe.policy.decision.SqlExpression;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes masks as SQL.
 *
 * <p>{@link Mask.Named#MASK_HASH} is SHA-256 over an outer key and SHA-256 over an inner key and the value (NMAC). Both keys are
 * made from the file's {@code mask-key}, which itself never appears in SQL; what does appear is as secret as the key.
 */
final class MaskSql {
    private static final String PLACEHOLDER = "{col}";

    private final String innerKey;
    private final String outerKey;

    /** @param key any text if no rule hashes */
    MaskSql(String key) {
        this.innerKey = derived(key, "inner");
        this.outerKey = derived(key, "outer");
    }

    SqlExpression of(Mask mask, String column) {
        String template = switch (mask) {
            case Mask.Custom(String expression) -> expression;
            case Mask.Named named -> template(named);
        };
        return new SqlExpression(template.replace(PLACEHOLDER, quoted(column)));
    }

    private String template(Mask.Named mask) {
        return switch (mask) {
            case MASK_NULL -> "NULL";
            case MASK_NONE -> PLACEHOLDER;
            case MASK_HASH -> hash(outerKey, hash(innerKey, "CAST({col} AS VARCHAR)"));
            case MASK ->
                "regexp_replace(regexp_replace(regexp_replace(CAST({col} AS VARCHAR), '[\\p{Ll}\\p{Lm}\\p{Lo}]', 'x'),"
                        + " '[\\p{Lu}\\p{Lt}]', 'X'), '\\p{N}', 'n')";
            case MASK_SHOW_LAST_4 ->
                shortened("lpad(substr(CAST({col} AS VARCHAR), length(CAST({col} AS VARCHAR)) - 3),"
                        + " length(CAST({col} AS VARCHAR)), 'x')");
            case MASK_SHOW_FIRST_4 ->
                shortened("rpad(substr(CAST({col} AS VARCHAR), 1, 4), length(CAST({col} AS VARCHAR)), 'x')");
            case MASK_DATE_SHOW_YEAR -> "date_trunc('year', {col})";
        };
    }

    /** Of a value no longer than what the mask shows, nothing is shown. */
    private static String shortened(String masked) {
        return "CASE WHEN length(CAST({col} AS VARCHAR)) > 4 THEN " + masked
                + " ELSE substr('xxxx', 1, length(CAST({col} AS VARCHAR))) END";
    }

    private static String hash(String key, String text) {
        return "lower(to_hex(sha256(to_utf8(concat('" + key + "', " + text + ")))))";
    }

    private static String quoted(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    private static String derived(String key, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("sqe mask " + purpose).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(key.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
