package io.sqe.function;

import static io.sqe.function.Declaring.scalar;

import java.util.List;
import java.util.stream.Stream;

/** Functions of dates and times. */
final class DateTimeFunctions {
    static final List<FunctionDeclaration> ALL =
            Stream.of(parts()).flatMap(List::stream).toList();

    private DateTimeFunctions() {}

    private static List<FunctionDeclaration> parts() {
        return List.of(
                part("year", "2026"),
                part("quarter", "4"),
                part("month", "11"),
                part("week", "47", "week_of_year"),
                part("day", "21", "day_of_month"),
                part("day_of_week", "6", "dow"),
                part("day_of_year", "325", "doy"),
                part("hour", "0"),
                part("minute", "0"),
                part("second", "0"));
    }

    private static FunctionDeclaration part(String name, String ofDay, String... aliases) {
        String field = switch (name) {
            case "day_of_week" -> "isodow";
            case "day_of_year" -> "doy";
            default -> name;
        };
        return scalar(name, aliases)
                .gives("bigint", "datetime")
                .gives("bigint", "interval")
                .duckdb("extract(" + field + " FROM $1)")
                .answers(ofDay, "TIMESTAMP '2026-11-21 00:00:00'")
                .says("The " + name.replace('_', ' ') + " of a date or time.");
    }
}
