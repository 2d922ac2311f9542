package io.sqe.bench.data.ssb;

import static io.sqe.bench.data.GeneratedColumn.integer;
import static io.sqe.bench.data.GeneratedColumn.varchar;

import io.sqe.bench.data.GeneratedTable;
import io.sqe.bench.data.TableSource;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The table {@code dates}: every day of the seven years that orders are from. */
final class DatesTable {
    private static final LocalDate FIRST = LocalDate.of(1992, 1, 1);
    private static final LocalDate END = LocalDate.of(1999, 1, 1);
    private static final Set<String> HOLIDAYS = Set.of("01-01", "07-04", "12-24", "12-25", "12-31");

    private DatesTable() {}

    static TableSource of() {
        return new GeneratedTable<>(
                "dates",
                List.of(
                        integer("d_datekey", day -> Lineorder.dateKey((int) day.toEpochDay())),
                        varchar("d_date", day -> text(day, "MMMM d, yyyy")),
                        varchar("d_dayofweek", day -> text(day, "EEEE")),
                        varchar("d_month", day -> text(day, "MMMM")),
                        integer("d_year", LocalDate::getYear),
                        integer("d_yearmonthnum", day -> day.getYear() * 100 + day.getMonthValue()),
                        varchar("d_yearmonth", day -> text(day, "MMMyyyy")),
                        integer("d_daynuminweek", DatesTable::dayInWeek),
                        integer("d_daynuminmonth", LocalDate::getDayOfMonth),
                        integer("d_daynuminyear", LocalDate::getDayOfYear),
                        integer("d_monthnuminyear", LocalDate::getMonthValue),
                        integer("d_weeknuminyear", day -> (day.getDayOfYear() - 1) / 7 + 1),
                        varchar("d_sellingseason", DatesTable::season),
                        integer("d_lastdayinweekfl", day -> flag(day.getDayOfWeek() == DayOfWeek.SATURDAY)),
                        integer(
                                "d_lastdayinmonthfl",
                                day -> flag(day.plusDays(1).getDayOfMonth() == 1)),
                        integer("d_holidayfl", day -> flag(HOLIDAYS.contains(text(day, "MM-dd")))),
                        integer("d_weekdayfl", day -> flag(day.getDayOfWeek().getValue() < 6))),
                1,
                _ -> FIRST.datesUntil(END).iterator());
    }

    private static String text(LocalDate day, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day);
    }

    /** Weeks begin on Sunday. */
    private static int dayInWeek(LocalDate day) {
        return day.getDayOfWeek().getValue() % 7 + 1;
    }

    private static String season(LocalDate day) {
        Month month = day.getMonth();
        return switch (month) {
            case JANUARY, FEBRUARY, MARCH -> "Winter";
            case APRIL, MAY -> "Spring";
            case JUNE, JULY, AUGUST -> "Summer";
            case SEPTEMBER, OCTOBER -> "Fall";
            case NOVEMBER, DECEMBER -> "Christmas";
        };
    }

    private static int flag(boolean set) {
        return set ? 1 : 0;
    }
}
