package io.sqe.bench.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Rows that are yet to be found in another result. Used by one thread. */
final class UnseenRows {
    private final RowMatcher matcher;
    private final Map<List<Cell>, List<ResultRow>> rows = new HashMap<>();

    UnseenRows(RowMatcher matcher, List<ResultRow> rows) {
        this.matcher = matcher;
        rows.forEach(row -> this.rows
                .computeIfAbsent(matcher.key(row), _ -> new ArrayList<>())
                .add(row));
    }

    /** Takes away the one row, if any, that is the same as another result's. */
    void see(ResultRow other) {
        List<ResultRow> candidates = rows.getOrDefault(matcher.key(other), List.of());
        for (Iterator<ResultRow> candidate = candidates.iterator(); candidate.hasNext(); ) {
            if (matcher.same(candidate.next(), other)) {
                candidate.remove();
                return;
            }
        }
    }

    boolean isEmpty() {
        return rows.values().stream().allMatch(List::isEmpty);
    }
}
