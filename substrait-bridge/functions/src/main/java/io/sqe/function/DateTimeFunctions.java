package io.sqe.function;

import static io.sqe.function.Declaring.scalar;

import io.sqe.function.FunctionDeclaration.Stability;
import java.util.List;
import java.util.stream.Stream;

/** Functions of dates and times. */
final class DateTimeFunctions {
    static final List<FunctionDeclaration> ALL = Stream.of(parts(), arithmetic(), making(), zones())
            .flatMap(List::stream)
            .toList();

    private static final String NOON = "TIMESTAMP '2026-11-21 12:34:56.789'";

    private DateTimeFunctions() {}

    private static List<FunctionDeclaration> parts() {
        return List.of(
                part("year", "year", "2026"),
                part("quarter", "quarter", "4"),
                part("month", "month", "11"),
                part("week", "week", "47", "week_of_year"),
                part("year_of_week", "isoyear", "2026", "yow"),
                part("day", "day", "21", "day_of_month"),
                part("day_of_week", "isodow", "6", "dow"),
                part("day_of_week_from_sunday", "dow", "6"),
                part("day_of_year", "doy", "325", "doy"),
                part("hour", "hour", "12"),
                part("minute", "minute", "34"),
                part("second", "second", "56"),
                part("decade", "decade", "202"),
                part("century", "century", "21"),
                part("millennium", "millennium", "3"),
                computed("millisecond", "extract(millisecond FROM $1) % 1000", "789"),
                computed("microsecond", "extract(microsecond FROM $1) % 1000000", "789000"),
                computed("epoch", "CAST(floor(epoch($1)) AS BIGINT)", "1795264496"),
                zonePart("timezone_hour"),
                zonePart("timezone_minute"),
                scalar("date_part")
                        .gives("double", "varchar", "datetime")
                        .cast()
                        .mayFail()
                        .answers("11", "'month'", NOON)
                        .says("The part of a date or time that is named."));
    }

    private static FunctionDeclaration part(String name, String field, String answer, String... aliases) {
        return scalar(name, aliases)
                .gives("bigint", "datetime")
                .gives("bigint", "interval")
                .duckdb("extract(" + field + " FROM $1)")
                .answers(answer, NOON)
                .says("The " + name.replace('_', ' ') + " of a date or time.");
    }

    private static FunctionDeclaration computed(String name, String template, String answer) {
        return scalar(name)
                .gives("bigint", "datetime")
                .gives("bigint", "interval")
                .duckdb(template)
                .cast()
                .answers(answer, NOON)
                .says("The " + name + " of a date or time.");
    }

    private static FunctionDeclaration zonePart(String name) {
        return scalar(name)
                .gives("bigint", "timestamp with time zone")
                .duckdb("extract(" + name + " FROM $1)")
                .answers("0", "TIMESTAMPTZ '2026-11-21 12:00:00+00'")
                .says("The " + name.substring("timezone_".length())
                        + "s that the session's time zone is ahead of UTC.");
    }

    private static List<FunctionDeclaration> arithmetic() {
        return List.of(
                scalar("date_trunc")
                        .gives("$2", "varchar", "datetime")
                        .cast()
                        .mayFail()
                        .answers("2026-11-01 00:00:00", "'month'", NOON)
                        .says("The start of the unit that a date or time is in."),
                scalar("date_add")
                        .gives("$3", "varchar", "bigint", "datetime")
                        .duckdb("$3 + CASE lower($1) WHEN 'millisecond' THEN to_milliseconds(CAST($2 AS DOUBLE)) "
                                + "WHEN 'second' THEN to_seconds(CAST($2 AS DOUBLE)) WHEN 'minute' THEN to_minutes($2) "
                                + "WHEN 'hour' THEN to_hours($2) WHEN 'day' THEN to_days(CAST($2 AS INTEGER)) "
                                + "WHEN 'week' THEN to_weeks(CAST($2 AS INTEGER)) WHEN 'month' THEN to_months(CAST($2 AS INTEGER)) "
                                + "WHEN 'quarter' THEN to_quarters(CAST($2 AS INTEGER)) WHEN 'year' THEN to_years(CAST($2 AS INTEGER)) "
                                + "ELSE error('Not a unit of time: ' || $1) END")
                        .cast()
                        .mayFail()
                        .answers("2026-02-28 00:00:00", "'month'", "1", "DATE '2026-01-31'")
                        .answers("error: Not a unit of time", "'moon'", "1", "DATE '2026-01-31'")
                        .says("A date or time, later by so many units."),
                scalar("date_diff")
                        .gives("bigint", "varchar", "datetime", "datetime")
                        .duckdb("date_sub")
                        .mayFail()
                        .answers("1", "'month'", "DATE '2026-01-15'", "DATE '2026-03-14'")
                        .says("How many whole units lie between two dates or times."),
                scalar("last_day_of_month", "last_day")
                        .gives("date", "datetime")
                        .duckdb("last_day")
                        .answers("2026-02-28", "DATE '2026-02-03'")
                        .says("The last day of the month."),
                scalar("to_milliseconds")
                        .gives("bigint", "interval")
                        .duckdb("CAST(epoch($1) * 1000 AS BIGINT)")
                        .answers("1500", "INTERVAL '1.5' SECOND")
                        .says("The length of an interval in milliseconds."));
    }

    private static List<FunctionDeclaration> making() {
        return List.of(
                scalar("date")
                        .gives("date", "datetime")
                        .gives("date", "varchar")
                        .duckdb("CAST($1 AS DATE)")
                        .mayFail()
                        .answers("2026-11-21", NOON)
                        .says("The date of a time, or that a text says."),
                scalar("make_date")
                        .gives("date", "bigint", "bigint", "bigint")
                        .mayFail()
                        .answers("2026-11-21", "2026", "11", "21")
                        .says("The date of a year, month and day."),
                scalar("from_unixtime")
                        .gives("timestamp with time zone", "double")
                        .duckdb("to_timestamp")
                        .mayFail()
                        .answers("1970-01-01 00:00:10.5+00", "10.5e0")
                        .says("The time so many seconds after 1970-01-01 00:00 UTC."),
                scalar("to_unixtime")
                        .gives("double", "timestamp with time zone")
                        .gives("double", "timestamp")
                        .duckdb("epoch")
                        .answers("10.0", "TIMESTAMP '1970-01-01 00:00:10'")
                        .says("The seconds from 1970-01-01 00:00 UTC to a time."),
                scalar("from_iso8601_date")
                        .gives("date", "varchar")
                        .duckdb("CAST($1 AS DATE)")
                        .mayFail()
                        .answers("2026-11-21", "'2026-11-21'")
                        .says("The date that a text in ISO 8601 says."),
                scalar("from_iso8601_timestamp")
                        .gives("timestamp with time zone", "varchar")
                        .duckdb("CAST($1 AS TIMESTAMPTZ)")
                        .mayFail()
                        .answers("2026-11-21 10:00:00+00", "'2026-11-21T12:00:00+02:00'")
                        .says("The time that a text in ISO 8601 says."),
                scalar("to_iso8601")
                        .gives("varchar", "timestamp")
                        .duckdb("strftime($1, '%Y-%m-%dT%H:%M:%S.%g')")
                        .answers("2026-11-21T12:34:56.789", NOON)
                        .says("A time in ISO 8601."));
    }

    private static List<FunctionDeclaration> zones() {
        return List.of(
                scalar("now")
                        .gives("timestamp with time zone")
                        .stable(Stability.IN_QUERY)
                        .answers("true")
                        .checkedBy("$result IS NOT NULL")
                        .says("The time at which the query began."),
                scalar("with_timezone")
                        .gives("timestamp with time zone", "timestamp", "varchar")
                        .duckdb("timezone($2, $1)")
                        .mayFail()
                        .answers("2026-11-21 11:00:00+00", "TIMESTAMP '2026-11-21 12:00:00'", "'Europe/Amsterdam'")
                        .says("The point in time when clocks of a zone show this time."),
                scalar("timestamp_in_zone")
                        .gives("timestamp", "timestamp with time zone", "varchar")
                        .duckdb("timezone($2, $1)")
                        .mayFail()
                        .answers("2026-11-21 12:00:00", "TIMESTAMPTZ '2026-11-21 11:00:00+00'", "'Europe/Amsterdam'")
                        .says("What clocks of a zone show at a point in time; so AT TIME ZONE is asked."));
    }
}
