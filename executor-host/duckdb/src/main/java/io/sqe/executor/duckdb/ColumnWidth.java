package io.sqe.executor.duckdb;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes that a value takes in a DuckDB vector. */
final class ColumnWidth {
    private static final Pattern DECIMAL = Pattern.compile("(?:DECIMAL|NUMERIC)\\s*\\(\\s*(\\d+)\\s*,.*");

    private ColumnWidth() {}

    /** The width of a SQL type whose values lie in the vector itself. */
    static int of(String type) {
        String name = type.trim().toUpperCase(Locale.ROOT);
        return switch (name) {
            case "BOOLEAN", "TINYINT", "UTINYINT" -> 1;
            case "SMALLINT", "USMALLINT" -> 2;
            case "INTEGER", "INT", "UINTEGER", "FLOAT", "DATE" -> 4;
            case "BIGINT", "UBIGINT", "DOUBLE", "TIME", "TIME_NS" -> 8;
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> 8;
            case "TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE", "TIMESTAMPTZ_NS" -> 8;
            case "HUGEINT", "UHUGEINT", "UUID", "VARCHAR", "BLOB" -> 16;
            default -> ofDecimal(name);
        };
    }

    private static int ofDecimal(String name) {
        Matcher decimal = DECIMAL.matcher(name);
        if (!decimal.matches()) {
            throw new IllegalArgumentException("A Java function cannot take or answer the type " + name);
        }
        int digits = Integer.parseInt(decimal.group(1));
        if (digits <= 4) {
            return 2;
        }
        if (digits <= 9) {
            return 4;
        }
        return digits <= 18 ? 8 : 16;
    }
}
