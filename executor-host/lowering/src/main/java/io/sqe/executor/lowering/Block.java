package io.sqe.executor.lowering;

import io.sqe.executor.lowering.Value.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One SELECT in the making. Relations are folded into it as long as what they do comes after what it does already.
 *
 * @param from items of FROM, joined by commas; none means one row without columns
 * @param grouping text of GROUP BY; empty if there is none, {@code ()} for one group of all rows
 * @param offset rows to skip
 * @param columns what it puts out, in order
 */
record Block(
        List<String> from,
        List<Value> where,
        String grouping,
        List<Value> having,
        List<Value> qualify,
        List<String> order,
        OptionalLong limit,
        long offset,
        List<Value> columns) {

    Block {
        from = List.copyOf(from);
        where = List.copyOf(where);
        having = List.copyOf(having);
        qualify = List.copyOf(qualify);
        order = List.copyOf(order);
        columns = List.copyOf(columns);
    }

    static Block of(List<String> from, List<Value> columns) {
        return new Block(from, List.of(), "", List.of(), List.of(), List.of(), OptionalLong.empty(), 0, columns);
    }

    Block withColumns(List<Value> newColumns) {
        return new Block(from, where, grouping, having, qualify, order, limit, offset, newColumns);
    }

    Block withOrder(List<String> newOrder) {
        return new Block(from, where, grouping, having, qualify, newOrder, limit, offset, columns);
    }

    Block withLimit(OptionalLong newLimit, long newOffset) {
        return new Block(from, where, grouping, having, qualify, order, newLimit, newOffset, columns);
    }

    Block withGrouping(String newGrouping, List<Value> newColumns) {
        return new Block(from, where, newGrouping, having, qualify, order, limit, offset, newColumns);
    }

    /** The same rows in any order, if their order does not decide which they are. */
    Block unordered() {
        return isLimited() ? this : withOrder(List.of());
    }

    /** Adds conditions where they see what the columns show. */
    Block filtered(List<Value> conditions) {
        if (hasWindows()) {
            return new Block(from, where, grouping, having, concat(qualify, conditions), order, limit, offset, columns);
        }
        if (isGrouped()) {
            return new Block(from, where, grouping, concat(having, conditions), qualify, order, limit, offset, columns);
        }
        return new Block(from, concat(where, conditions), grouping, having, qualify, order, limit, offset, columns);
    }

    boolean isLimited() {
        return limit.isPresent() || offset > 0;
    }

    boolean isGrouped() {
        return !grouping.isEmpty();
    }

    boolean isQualified() {
        return !qualify.isEmpty();
    }

    boolean hasWindows() {
        return isQualified() || columns.stream().anyMatch(column -> column.has(Trait.WINDOW));
    }

    /** Whether it is no more than tables, conditions and columns that may be computed later. */
    boolean isFlat() {
        return !isGrouped() && !hasWindows() && !isLimited() && columns.stream().allMatch(Value::mayRepeat);
    }

    boolean hasOnlyPlainColumns() {
        return columns.stream().allMatch(Value::isColumn);
    }

    boolean mayFail() {
        return has(columns) || has(where) || has(having) || has(qualify);
    }

    private static boolean has(List<Value> values) {
        return values.stream().anyMatch(value -> value.has(Trait.MAY_FAIL));
    }

    /** The block as a table in another block's FROM. */
    Block nested(String alias) {
        List<Value> outer = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            outer.add(Value.column(alias, columnName(i), columns.get(i).type()));
        }
        return Block.of(List.of("(\n" + render() + "\n) AS " + Quoting.name(alias)), outer);
    }

    static String columnName(int index) {
        return "c" + index;
    }

    String render() {
        return render(
                IntStream.range(0, columns.size()).mapToObj(Block::columnName).toList());
    }

    String render(List<String> names) {
        var sql = new StringBuilder("SELECT ").append(selectList(names));
        if (!from.isEmpty()) {
            sql.append("\nFROM ").append(String.join(",\n  ", from));
        }
        append(sql, "\nWHERE ", where);
        if (writesGrouping()) {
            sql.append("\nGROUP BY ").append(grouping);
        }
        append(sql, "\nHAVING ", having);
        append(sql, "\nQUALIFY ", qualify);
        if (!order.isEmpty()) {
            sql.append("\nORDER BY ").append(String.join(", ", order));
        }
        limit.ifPresent(rows -> sql.append("\nLIMIT ").append(rows));
        if (offset > 0) {
            sql.append("\nOFFSET ").append(offset);
        }
        return sql.toString();
    }

    private String selectList(List<String> names) {
        if (columns.isEmpty()) {
            return "1 AS " + Quoting.name(columnName(0));
        }
        var items = new ArrayList<String>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            items.add(NarrowDecimals.widened(columns.get(i)).sql() + " AS " + Quoting.name(names.get(i)));
        }
        return String.join(", ", items);
    }

    /** An aggregate makes one group by itself. */
    private boolean writesGrouping() {
        boolean isImplied =
                grouping.equals("()") && (anyAggregate(columns) || anyAggregate(having) || anyAggregate(qualify));
        return isGrouped() && !isImplied;
    }

    private static boolean anyAggregate(List<Value> values) {
        return values.stream().anyMatch(value -> value.has(Trait.AGGREGATE));
    }

    private static void append(StringBuilder sql, String clause, List<Value> conditions) {
        if (!conditions.isEmpty()) {
            sql.append(clause)
                    .append(conditions.stream()
                            .map(condition -> conditions.size() == 1 ? condition.sql() : condition.inner())
                            .collect(Collectors.joining("\n  AND ")));
        }
    }

    private static List<Value> concat(List<Value> first, List<Value> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
