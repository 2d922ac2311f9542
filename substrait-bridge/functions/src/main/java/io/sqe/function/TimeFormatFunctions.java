package io.sqe.function;

import static io.sqe.function.Declaring.scalar;

import java.util.List;

/** Functions that write and read dates and times by patterns. */
final class TimeFormatFunctions {
    /** Each pattern letter of MySQL that the engine spells otherwise, in an order in which none is translated twice. */
    private static final List<String> MYSQL = List.of(
            "%W",
            "%A",
            "%M",
            "%B",
            "%i",
            "%M",
            "%s",
            "%S",
            "%c",
            "%-m",
            "%e",
            "%-d",
            "%h",
            "%I",
            "%k",
            "%-H",
            "%l",
            "%-I",
            "%r",
            "%I:%M:%S %p",
            "%T",
            "%H:%M:%S",
            "%v",
            "%V");
    /** The same for the patterns of Joda-Time. */
    private static final List<String> JODA = List.of(
            "yyyy", "%Y", "yy", "%y", "MMMM", "%B", "MMM", "%b", "MM", "%m", "dd", "%d", "EEEE", "%A", "EEE", "%a",
            "HH", "%H", "hh", "%I", "mm", "%M", "SSS", "%g", "ss", "%S", "''", "");

    static final List<FunctionDeclaration> ALL = List.of(
            scalar("date_format")
                    .gives("varchar", "datetime", "varchar")
                    .duckdb("strftime(CAST($1 AS TIMESTAMP), " + translated("$2", MYSQL) + ")")
                    .mayFail()
                    .answers("2026/11/21 12:34:05", "TIMESTAMP '2026-11-21 12:34:05'", "'%Y/%m/%d %H:%i:%s'")
                    .answers("Saturday November", "DATE '2026-11-21'", "'%W %M'")
                    .says("A date or time in a format with the letters of MySQL."),
            scalar("date_parse")
                    .gives("timestamp", "varchar", "varchar")
                    .duckdb("strptime($1, " + translated("$2", MYSQL) + ")")
                    .mayFail()
                    .answers("2026-11-21 12:34:00", "'2026-11-21 12:34'", "'%Y-%m-%d %H:%i'")
                    .says("The time that a text says in a format with the letters of MySQL."),
            scalar("format_datetime")
                    .gives("varchar", "datetime", "varchar")
                    .duckdb("strftime(CAST($1 AS TIMESTAMP), " + translated("$2", JODA) + ")")
                    .mayFail()
                    .answers("2026-11-21 12:34", "TIMESTAMP '2026-11-21 12:34:05'", "'yyyy-MM-dd HH:mm'")
                    .says("A date or time in a format with the letters of Joda-Time."),
            scalar("parse_datetime")
                    .gives("timestamp with time zone", "varchar", "varchar")
                    .duckdb("CAST(strptime($1, " + translated("$2", JODA) + ") AS TIMESTAMPTZ)")
                    .mayFail()
                    .answers("2026-11-21 12:34:00+00", "'2026-11-21 12:34'", "'yyyy-MM-dd HH:mm'")
                    .says("The time that a text says in a format with the letters of Joda-Time."));

    private TimeFormatFunctions() {}

    private static String translated(String pattern, List<String> pairs) {
        String sql = pattern;
        for (int i = 0; i < pairs.size(); i += 2) {
            sql = "replace(" + sql + ", '" + pairs.get(i).replace("''", "''''") + "', '" + pairs.get(i + 1) + "')";
        }
        return sql;
    }
}
