package io.sqe.bench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a query's text orders and cuts its result: the outermost ORDER BY, LIMIT and OFFSET.
 *
 * <p>When the sort keys leave ties, engines may order the tied rows as they like, and a LIMIT may keep any of those that tie
 * at its edge. A comparison that knows the keys can tell this freedom from a wrong answer.
 *
 * @param keys the sort keys as written, without their direction
 * @param cut whether LIMIT or OFFSET keeps only some of the rows
 * @param uncut the query without LIMIT and OFFSET
 */
public record FinalOrder(List<String> keys, Cut cut, String uncut) {
    private static final Pattern TAIL = Pattern.compile("\\b(order\\s+by|limit|offset)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIRECTION =
            Pattern.compile("\\s+(asc|desc)?(\\s*nulls\\s+(first|last))?\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("(?:[\\w\"]+\\.)?\"?(\\w+)\"?");

    /** Which rows of the ordered result are kept. */
    public enum Cut {
        /** All. */
        NONE,
        /** The first ones. */
        LIMIT,
        /** Some from the middle. */
        OFFSET
    }

    public FinalOrder {
        keys = List.copyOf(keys);
    }

    /** Reads the clauses at the end of a query's text. */
    public static FinalOrder of(String sql) {
        String outermost = Outermost.of(sql);
        List<String> keys = List.of();
        int cutAt = sql.length();
        Cut cut = Cut.NONE;
        int keysFrom = -1;
        Matcher clause = TAIL.matcher(outermost);
        while (clause.find()) {
            switch (clause.group(1).toLowerCase(Locale.ROOT)) {
                case "limit" -> cut = cut == Cut.OFFSET ? Cut.OFFSET : Cut.LIMIT;
                case "offset" -> cut = Cut.OFFSET;
                default -> keysFrom = clause.end();
            }
            if (cut != Cut.NONE) {
                cutAt = Math.min(cutAt, clause.start());
            }
        }
        if (keysFrom >= 0) {
            keys = split(sql.substring(keysFrom, cutAt), outermost.substring(keysFrom, cutAt));
        }
        return new FinalOrder(keys, cut, sql.substring(0, cutAt).strip());
    }

    /** The columns that the first keys name; ends at a key that is an expression, or a name of several columns or none. */
    List<Integer> keyColumns(List<String> columnNames) {
        List<Integer> columns = new ArrayList<>();
        for (String key : keys) {
            OptionalInt column = column(key, columnNames);
            if (column.isEmpty()) {
                break;
            }
            columns.add(column.getAsInt());
        }
        return columns;
    }

    private static OptionalInt column(String key, List<String> columnNames) {
        if (key.chars().allMatch(Character::isDigit)) {
            return OptionalInt.of(Integer.parseInt(key) - 1);
        }
        return name(key).map(name -> onlyIndexOf(name, columnNames)).orElse(OptionalInt.empty());
    }

    private static Optional<String> name(String key) {
        Matcher name = NAME.matcher(key);
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    private static OptionalInt onlyIndexOf(String name, List<String> columnNames) {
        List<Integer> found = new ArrayList<>();
        for (int column = 0; column < columnNames.size(); column++) {
            if (columnNames.get(column).equalsIgnoreCase(name)) {
                found.add(column);
            }
        }
        return found.size() == 1 ? OptionalInt.of(found.getFirst()) : OptionalInt.empty();
    }

    /** Splits at the commas of the outermost level. */
    private static List<String> split(String keys, String outermost) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int comma = outermost.indexOf(','); comma >= 0; comma = outermost.indexOf(',', from)) {
            parts.add(withoutDirection(keys.substring(from, comma)));
            from = comma + 1;
        }
        parts.add(withoutDirection(keys.substring(from)));
        return parts;
    }

    private static String withoutDirection(String key) {
        return DIRECTION.matcher(key + " ").replaceFirst("").strip();
    }
}
