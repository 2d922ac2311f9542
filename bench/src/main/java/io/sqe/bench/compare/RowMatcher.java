package io.sqe.bench.compare;

import io.sqe.bench.compare.Cell.Approximate;
import io.sqe.bench.compare.Cell.Exact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Pairs the rows of two results regardless of their order, each row at most once.
 *
 * <p>Rows can only be the same when they agree in all columns that must be equal; among those that do, the columns that may
 * be a little apart are paired in their sorted order first and one by one if that fails.
 */
final class RowMatcher {
    /** More rows than this that agree in all other columns are only paired in sorted order: pairing is quadratic. */
    private static final int ROWS_PAIRED_ONE_BY_ONE_MAX = 2000;

    private final List<ColumnRule> rules;
    private final List<Integer> equalColumns;
    private final List<Integer> closeColumns;

    RowMatcher(List<ColumnRule> rules) {
        this.rules = List.copyOf(rules);
        this.equalColumns = columns(ColumnRule.Equality.class);
        this.closeColumns = columns(ColumnRule.Closeness.class);
    }

    /** What is left of each side when all pairs are taken away. */
    record Leftovers(List<ResultRow> ours, List<ResultRow> theirs) {
        boolean none() {
            return ours.isEmpty() && theirs.isEmpty();
        }
    }

    boolean same(ResultRow ours, ResultRow theirs) {
        return same(ours, theirs, IntStream.range(0, rules.size()).boxed().toList());
    }

    /** True if the rows agree in some columns. */
    boolean same(ResultRow ours, ResultRow theirs, List<Integer> columns) {
        return columns.stream()
                .allMatch(column -> rules.get(column)
                        .same(ours.cells().get(column), theirs.cells().get(column)));
    }

    Leftovers match(List<ResultRow> ours, List<ResultRow> theirs) {
        Map<List<Cell>, List<ResultRow>> ourGroups = grouped(ours);
        Map<List<Cell>, List<ResultRow>> theirGroups = grouped(theirs);
        List<ResultRow> ourRest = new ArrayList<>();
        List<ResultRow> theirRest = new ArrayList<>();
        ourGroups.forEach((key, rows) -> {
            List<ResultRow> counterparts = theirGroups.getOrDefault(key, new ArrayList<>());
            takePairs(rows, counterparts);
            ourRest.addAll(rows);
            theirRest.addAll(counterparts);
            theirGroups.remove(key);
        });
        theirGroups.values().forEach(theirRest::addAll);
        return new Leftovers(ourRest, theirRest);
    }

    /** The values that must be equal. */
    List<Cell> key(ResultRow row) {
        return equalColumns.stream().map(row.cells()::get).toList();
    }

    private Map<List<Cell>, List<ResultRow>> grouped(List<ResultRow> rows) {
        Map<List<Cell>, List<ResultRow>> groups = new LinkedHashMap<>();
        rows.forEach(
                row -> groups.computeIfAbsent(key(row), _ -> new ArrayList<>()).add(row));
        return groups;
    }

    /** Removes from both lists the rows that pair up. */
    private void takePairs(List<ResultRow> ours, List<ResultRow> theirs) {
        Comparator<ResultRow> byCloseColumns = this::compareCloseColumns;
        ours.sort(byCloseColumns);
        theirs.sort(byCloseColumns);
        if (ours.size() == theirs.size() && agreeInOrder(ours, theirs)) {
            ours.clear();
            theirs.clear();
        } else if (Math.max(ours.size(), theirs.size()) <= ROWS_PAIRED_ONE_BY_ONE_MAX) {
            ours.removeIf(row -> removeFirstSame(row, theirs));
        }
    }

    private boolean agreeInOrder(List<ResultRow> ours, List<ResultRow> theirs) {
        return IntStream.range(0, ours.size()).allMatch(row -> same(ours.get(row), theirs.get(row), closeColumns));
    }

    private boolean removeFirstSame(ResultRow row, List<ResultRow> theirs) {
        for (Iterator<ResultRow> candidates = theirs.iterator(); candidates.hasNext(); ) {
            if (same(row, candidates.next(), closeColumns)) {
                candidates.remove();
                return true;
            }
        }
        return false;
    }

    private int compareCloseColumns(ResultRow left, ResultRow right) {
        for (int column : closeColumns) {
            int order = Double.compare(
                    magnitude(left.cells().get(column)), magnitude(right.cells().get(column)));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Puts what is no number last. */
    private static double magnitude(Cell cell) {
        return switch (cell) {
            case Exact(var value) -> value.doubleValue();
            case Approximate(var value) -> value;
            default -> Double.NaN;
        };
    }

    private List<Integer> columns(Class<? extends ColumnRule> kind) {
        return IntStream.range(0, rules.size())
                .filter(column -> kind.isInstance(rules.get(column)))
                .boxed()
                .toList();
    }
}
