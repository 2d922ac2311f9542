package io.sqe.executor.writing;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Iceberg's partition transforms in DuckDB's SQL (Iceberg spec, "Partition Transforms"), giving each value as text.
 *
 * <p>Hashes are Iceberg's own Java code, which the executor registers under the names below (see {@link BucketFunctions}).
 */
public final class PartitionSql {
    /** {@code (BIGINT) → INTEGER}: the hash of integers, dates, times and timestamps. */
    public static final String HASH_LONG = "sqe_bucket_hash_long";

    /** {@code (VARCHAR) → INTEGER}: the hash of a decimal, given as its digits. */
    public static final String HASH_DECIMAL = "sqe_bucket_hash_decimal";

    /** {@code (VARCHAR) → INTEGER}. */
    public static final String HASH_TEXT = "sqe_bucket_hash_text";

    /** {@code (BLOB) → INTEGER}: the hash of binaries, and of UUIDs as their 16 bytes. */
    public static final String HASH_BINARY = "sqe_bucket_hash_binary";

    private static final Pattern WITH_ARGUMENT = Pattern.compile("(bucket|truncate)\\[(\\d+)]");
    private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d+), ?(\\d+)\\)");
    private static final String EPOCH = "TIMESTAMP '1970-01-01'";

    private PartitionSql() {}

    /** SQL text of type VARCHAR for a transform of a column; types and transforms in Iceberg's spelling. */
    static String value(String transform, String type, String column) {
        Matcher argument = WITH_ARGUMENT.matcher(transform);
        if (argument.matches()) {
            String number = argument.group(2);
            return argument.group(1).equals("bucket")
                    ? "CAST((" + hash(type, column) + " & 2147483647) % " + number + " AS VARCHAR)"
                    : asText(type, truncated(type, column, number));
        }
        return switch (transform) {
            case "identity" -> asText(type, column);
            case "void" -> "CAST(NULL AS VARCHAR)";
            case "year", "month", "day", "hour" ->
                "CAST(date_diff('" + transform + "', " + EPOCH + ", " + localTime(type, column) + ") AS VARCHAR)";
            default -> throw new IllegalArgumentException("No such partition transform: " + transform);
        };
    }

    private static String localTime(String type, String column) {
        return switch (type) {
            case "timestamptz", "timestamptz_ns" -> "(" + column + " AT TIME ZONE 'UTC')";
            default -> "CAST(" + column + " AS TIMESTAMP)";
        };
    }

    private static String asText(String type, String value) {
        return switch (type) {
            case "date" -> "CAST(date_diff('day', DATE '1970-01-01', " + value + ") AS VARCHAR)";
            case "time" -> "CAST(epoch_us(" + value + ") AS VARCHAR)";
            case "timestamp", "timestamptz" -> "CAST(epoch_us(" + value + ") AS VARCHAR)";
            case "timestamp_ns", "timestamptz_ns" -> "CAST(epoch_ns(" + value + ") AS VARCHAR)";
            case "binary" -> "lower(hex(" + value + "))";
            default -> "CAST(" + value + " AS VARCHAR)";
        };
    }

    private static String hash(String type, String column) {
        return switch (type) {
            case "int", "long" -> HASH_LONG + "(CAST(" + column + " AS BIGINT))";
            case "date" -> HASH_LONG + "(date_diff('day', DATE '1970-01-01', " + column + "))";
            case "time", "timestamp", "timestamptz" -> HASH_LONG + "(epoch_us(" + column + "))";
            // The spec hashes nanoseconds as microseconds, rounded down.
            case "timestamp_ns", "timestamptz_ns" ->
                HASH_LONG + "(" + roundedDown("epoch_ns(" + column + ")", "1000") + " // 1000)";
            case "string" -> HASH_TEXT + "(" + column + ")";
            case "uuid" -> HASH_BINARY + "(unhex(replace(CAST(" + column + " AS VARCHAR), '-', '')))";
            case "binary" -> HASH_BINARY + "(" + column + ")";
            default -> {
                if (!DECIMAL.matcher(type).matches()) {
                    throw new IllegalArgumentException("Iceberg has no buckets of type " + type);
                }
                yield HASH_DECIMAL + "(CAST(" + column + " AS VARCHAR))";
            }
        };
    }

    /** Rounds down, below zero too; text keeps its first code points. */
    private static String truncated(String type, String column, String width) {
        Matcher decimal = DECIMAL.matcher(type);
        if (decimal.matches()) {
            BigDecimal unit = new BigDecimal(width).movePointLeft(Integer.parseInt(decimal.group(2)));
            return roundedDown(column, "CAST('" + unit.toPlainString() + "' AS " + type + ")");
        }
        return switch (type) {
            case "int", "long" -> roundedDown(column, width);
            case "string" -> "left(" + column + ", " + width + ")";
            case "binary" -> column + "[1:" + width + "]";
            default -> throw new IllegalArgumentException("Iceberg cannot truncate type " + type);
        };
    }

    private static String roundedDown(String column, String unit) {
        return "(" + column + " - (((" + column + " % " + unit + ") + " + unit + ") % " + unit + "))";
    }
}
