package io.sqe.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes queries over two tables, {@code t} and {@code u}, that mean the same in every engine: no overflow, no division, no
 * order left open, no type left to a dialect. Both tables have the columns of {@link #COLUMNS}, nulls among their values.
 *
 * <p>Everything follows from the seed, so that a failing query can be made again.
 */
final class RandomQueries {
    /** What the tables are made of: name and SQL type. */
    static final List<String> COLUMNS =
            List.of("i INTEGER", "b BIGINT", "d DECIMAL(10, 2)", "s VARCHAR", "dt DATE", "f BOOLEAN");

    private static final int DEPTH_MAX = 3;

    private final Random random;
    private int aliases;

    RandomQueries(long seed) {
        this.random = new Random(seed);
    }

    /** One query; its rows are to be compared as a multiset. */
    String next() {
        return switch (random.nextInt(6)) {
            case 0 -> setOperation();
            case 1 -> grouped();
            case 2 -> windowed();
            case 3 -> limited();
            default -> plain();
        };
    }

    private String plain() {
        From from = from();
        String distinct = chance(5) ? "DISTINCT " : "";
        return "SELECT " + distinct + selectList(from) + from.text() + where(from);
    }

    private String limited() {
        From from = from();
        String list = selectList(from);
        int columns = 1 + (int) list.chars().filter(symbol -> symbol == '\n').count();
        String order = IntStream.rangeClosed(1, columns)
                .mapToObj(column -> column + pick(" ASC", " DESC", "") + pick(" NULLS FIRST", " NULLS LAST"))
                .collect(Collectors.joining(", "));
        String offset = chance(3) ? " OFFSET " + random.nextInt(5) : "";
        return "SELECT " + list + from.text() + where(from) + " ORDER BY " + order + offset + " LIMIT "
                + random.nextInt(20);
    }

    private String grouped() {
        From from = from();
        String key = chance(2) ? from.column("s") : integer(from, 1);
        String second = chance(3) ? ", " + bool(from, 1) : "";
        String having = chance(3) ? " HAVING count(*) > " + random.nextInt(3) : "";
        return "SELECT " + key + " AS k0, " + aggregates(from) + from.text() + where(from) + " GROUP BY " + key + second
                + having;
    }

    private String aggregates(From from) {
        List<String> all = new ArrayList<>();
        all.add("count(*) AS n");
        all.add("sum(" + integer(from, 1) + ") AS a1");
        all.add(pick("min", "max") + "(" + any(from, 1) + ") AS a2");
        all.add("count(DISTINCT " + any(from, 1) + ") AS a3");
        all.add("sum(" + from.column("d") + ") FILTER (WHERE " + bool(from, 1) + ") AS a4");
        return all.stream()
                .filter(_ -> !chance(4))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), text -> text.isEmpty() ? "count(*) AS n" : text));
    }

    private String windowed() {
        From from = from();
        String partition = "PARTITION BY " + from.column(pick("s", "f", "i"));
        String order = " ORDER BY " + from.column("b") + " NULLS LAST, " + from.column("i") + " NULLS FIRST";
        String frame = pick(
                "",
                " ROWS BETWEEN 1 PRECEDING AND CURRENT ROW",
                " ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING",
                " RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW");
        boolean needsPeers = frame.contains("ROWS BETWEEN 1");
        String function = needsPeers
                ? "count(*)"
                : pick("sum(" + integer(from, 1) + ")", "count(*)", "min(" + any(from, 1) + ")");
        String ranked = pick("rank()", "dense_rank()");
        return "SELECT " + from.column("b") + " AS c0, " + function + " OVER (" + partition + order + frame
                + ") AS w0, " + ranked + " OVER (" + partition + order + ") AS w1" + from.text() + where(from);
    }

    private String setOperation() {
        String operation = pick("UNION", "UNION ALL", "INTERSECT", "EXCEPT");
        From left = table();
        From right = table();
        return "SELECT " + integer(left, 1) + " AS c0, " + left.column("s") + " AS c1" + left.text() + where(left) + " "
                + operation + " SELECT " + integer(right, 1) + ", " + right.column("s") + right.text() + where(right);
    }

    private String selectList(From from) {
        int columns = 1 + random.nextInt(4);
        return IntStream.range(0, columns)
                .mapToObj(column -> any(from, 2) + " AS c" + column)
                .collect(Collectors.joining(",\n"));
    }

    private String where(From from) {
        return chance(4) ? "" : " WHERE " + bool(from, DEPTH_MAX);
    }

    private From from() {
        From left = table();
        if (chance(2)) {
            return left;
        }
        From right = chance(4) ? derived() : table();
        String kind = pick("JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN");
        String column = pick("i", "b", "s", "dt");
        String condition = left.column(column) + " = " + right.column(column);
        boolean mayBeMore = !kind.equals("FULL JOIN");
        String more = mayBeMore && chance(3) ? " AND " + left.column("b") + " < " + right.column("b") : "";
        return new From(
                left.body() + " " + kind + " " + right.body() + " ON " + condition + more, List.of(left, right));
    }

    private From table() {
        String alias = "x" + aliases++;
        return new From(pick("t", "u") + " AS " + alias, alias);
    }

    private From derived() {
        From inner = table();
        String alias = "x" + aliases++;
        String columns = COLUMNS.stream()
                .map(column -> column.substring(0, column.indexOf(' ')))
                .map(column -> inner.column(column) + " AS " + column)
                .collect(Collectors.joining(", "));
        return new From("(SELECT " + columns + inner.text() + where(inner) + ") AS " + alias, alias);
    }

    private String any(From from, int depth) {
        return switch (random.nextInt(5)) {
            case 0 -> from.column("s");
            case 1 -> from.column("dt");
            case 2 -> from.column("d");
            case 3 -> bool(from, depth);
            default -> integer(from, depth);
        };
    }

    private String integer(From from, int depth) {
        if (depth == 0) {
            return chance(3) ? String.valueOf(random.nextInt(20) - 5) : from.column(pick("i", "b"));
        }
        return switch (random.nextInt(7)) {
            case 0 -> "(" + integer(from, depth - 1) + pick(" + ", " - ") + integer(from, depth - 1) + ")";
            case 1 ->
                "CASE WHEN " + bool(from, depth - 1) + " THEN " + integer(from, depth - 1) + " ELSE "
                        + integer(from, depth - 1) + " END";
            case 2 -> "COALESCE(" + integer(from, depth - 1) + ", " + integer(from, 0) + ")";
            case 3 -> "NULLIF(" + integer(from, depth - 1) + ", " + integer(from, 0) + ")";
            case 4 -> "length(" + from.column("s") + ")";
            case 5 -> "abs(" + integer(from, depth - 1) + ")";
            default -> from.column(pick("i", "b"));
        };
    }

    private String bool(From from, int depth) {
        if (depth == 0) {
            return from.column("f");
        }
        return switch (random.nextInt(11)) {
            case 0 -> "(" + bool(from, depth - 1) + pick(" AND ", " OR ") + bool(from, depth - 1) + ")";
            case 1 -> "NOT (" + bool(from, depth - 1) + ")";
            case 2 -> any(from, 0) + pick(" IS NULL", " IS NOT NULL");
            case 3 -> from.column("s") + pick("", " NOT") + " LIKE '" + pick("a%", "%b", "_", "%a%", "") + "'";
            case 4 -> integer(from, depth - 1) + pick("", " NOT") + " IN (1, 2, " + integer(from, 0) + ")";
            case 5 -> integer(from, depth - 1) + " BETWEEN " + integer(from, 0) + " AND " + integer(from, 0);
            case 6 -> from.column("dt") + comparison() + "DATE '2024-0" + (1 + random.nextInt(3)) + "-01'";
            case 7 -> from.column("d") + comparison() + random.nextInt(10) + "." + random.nextInt(10);
            case 8 -> subquery(from);
            case 9 -> from.column("s") + pick(" IS DISTINCT FROM ", " = ") + "'" + pick("a", "b", "ab") + "'";
            default -> integer(from, depth - 1) + comparison() + integer(from, depth - 1);
        };
    }

    private String subquery(From outer) {
        From inner = table();
        String correlation = inner.column("i") + " = " + outer.column("i");
        return switch (random.nextInt(4)) {
            case 0 -> pick("", "NOT ") + "EXISTS (SELECT 1" + inner.text() + " WHERE " + correlation + ")";
            case 1 ->
                outer.column("b") + pick(" IN", " NOT IN") + " (SELECT " + inner.column("b") + inner.text() + " WHERE "
                        + inner.column("b") + " IS NOT NULL)";
            case 2 -> "(SELECT count(*)" + inner.text() + " WHERE " + correlation + ") > 1";
            default -> outer.column("b") + comparison() + "(SELECT max(" + inner.column("b") + ")" + inner.text() + ")";
        };
    }

    private String comparison() {
        return pick(" = ", " <> ", " < ", " <= ", " > ", " >= ");
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** What a query reads from: the text after FROM, and the aliases whose columns may be named. */
    private final class From {
        private final String body;
        private final List<From> parts;
        private final String alias;

        From(String body, String alias) {
            this.body = body;
            this.parts = List.of();
            this.alias = alias;
        }

        From(String body, List<From> parts) {
            this.body = body;
            this.parts = parts;
            this.alias = "";
        }

        String body() {
            return body;
        }

        String text() {
            return " FROM " + body;
        }

        String column(String name) {
            return parts.isEmpty()
                    ? alias + "." + name
                    : parts.get(random.nextInt(parts.size())).column(name);
        }
    }
}
