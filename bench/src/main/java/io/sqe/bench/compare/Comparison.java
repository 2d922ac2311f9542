package io.sqe.bench.compare;

import io.sqe.bench.compare.FinalOrder.Cut;
import io.sqe.bench.compare.RowMatcher.Leftovers;
import io.sqe.bench.compare.Verdict.Different;
import io.sqe.bench.compare.Verdict.Equal;
import io.sqe.bench.compare.Verdict.Vacuous;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Compares the results that two engines gave for one query.
 *
 * <p>They are equal when the sort keys come in the same sequence and the rows are the same multiset. Rows that tie at the
 * edge of a LIMIT may differ, as long as each of ours is among the rows that the peer gives without the LIMIT.
 */
public final class Comparison {
    private static final int ROWS_SHOWN = 3;

    private final ResultTable ours;
    private final ResultTable theirs;
    private final FinalOrder order;
    private final UncutRows uncut;

    private Comparison(ResultTable ours, ResultTable theirs, FinalOrder order, UncutRows uncut) {
        this.ours = ours;
        this.theirs = theirs;
        this.order = order;
        this.uncut = uncut;
    }

    /** Gives all rows of the peer's answer to the query without its LIMIT; asked only when ties make it necessary. */
    @FunctionalInterface
    public interface UncutRows {
        void forEach(Consumer<ResultRow> action);
    }

    public static Verdict compare(ResultTable ours, ResultTable theirs, FinalOrder order, UncutRows uncut) {
        return new Comparison(ours, theirs, order, uncut).verdict();
    }

    private Verdict verdict() {
        int rows = ours.rows().size();
        if (ours.columnCount() != theirs.columnCount()) {
            return new Different(rows, "%d columns against %d".formatted(ours.columnCount(), theirs.columnCount()));
        }
        RowMatcher matcher = new RowMatcher(rules());
        Optional<String> difference = difference(matcher);
        if (difference.isPresent()) {
            return new Different(rows, difference.get());
        }
        return ours.rows().stream().allMatch(ResultRow::isAllNull) ? new Vacuous(rows) : new Equal(rows);
    }

    private List<ColumnRule> rules() {
        return IntStream.range(0, ours.columnCount())
                .mapToObj(column -> ColumnRule.of(ours.typeOf(column), theirs.typeOf(column)))
                .toList();
    }

    private Optional<String> difference(RowMatcher matcher) {
        Leftovers leftovers = matcher.match(ours.rows(), theirs.rows());
        if (ours.rows().size() != theirs.rows().size()) {
            return Optional.of("%d rows against %d%s"
                    .formatted(ours.rows().size(), theirs.rows().size(), shown(leftovers)));
        }
        List<Integer> keys = keyColumns();
        Optional<Integer> misplaced = firstRowWithOtherKeys(matcher, keys);
        if (misplaced.isPresent()) {
            return Optional.of(otherKeys(misplaced.get(), leftovers));
        }
        if (leftovers.none() || (order.cut() != Cut.NONE && differsOnlyInTies(matcher, keys, leftovers))) {
            return Optional.empty();
        }
        return Optional.of("%d rows differ%s".formatted(leftovers.ours().size(), shown(leftovers)));
    }

    /** Names are taken from the peer, which keeps them as the query writes them. */
    private List<Integer> keyColumns() {
        return order.keyColumns(theirs.columnNames()).stream()
                .filter(column -> column >= 0 && column < ours.columnCount())
                .toList();
    }

    private Optional<Integer> firstRowWithOtherKeys(RowMatcher matcher, List<Integer> keys) {
        return IntStream.range(0, ours.rows().size())
                .filter(row -> !matcher.same(ours.rows().get(row), theirs.rows().get(row), keys))
                .boxed()
                .findFirst();
    }

    private boolean differsOnlyInTies(RowMatcher matcher, List<Integer> keys, Leftovers leftovers) {
        return leftovers.ours().stream().allMatch(row -> tiesAtEdge(matcher, keys, row, ours.rows()))
                && leftovers.theirs().stream().allMatch(row -> tiesAtEdge(matcher, keys, row, theirs.rows()))
                && allAmongUncut(matcher);
    }

    private boolean tiesAtEdge(RowMatcher matcher, List<Integer> keys, ResultRow row, List<ResultRow> rows) {
        return matcher.same(row, rows.getLast(), keys)
                || (order.cut() == Cut.OFFSET && matcher.same(row, rows.getFirst(), keys));
    }

    /** Takes each of our rows away as the peer's come along. */
    private boolean allAmongUncut(RowMatcher matcher) {
        UnseenRows unseen = new UnseenRows(matcher, ours.rows());
        uncut.forEach(unseen::see);
        return unseen.isEmpty();
    }

    private String otherKeys(int row, Leftovers leftovers) {
        String shown = leftovers.none()
                ? "\n    ours:   %s\n    theirs: %s"
                        .formatted(ours.rows().get(row), theirs.rows().get(row))
                : shown(leftovers);
        return "row %d is out of order%s".formatted(row + 1, shown);
    }

    private static String shown(Leftovers leftovers) {
        List<String> lines = new ArrayList<>();
        leftovers.ours().stream().limit(ROWS_SHOWN).forEach(row -> lines.add("    ours:   " + row));
        leftovers.theirs().stream().limit(ROWS_SHOWN).forEach(row -> lines.add("    theirs: " + row));
        return lines.isEmpty() ? "" : "\n" + String.join("\n", lines);
    }
}
