package io.sqe.bench.compare;

import java.util.List;
import java.util.stream.Collectors;

/** One row of a result. */
public record ResultRow(List<Cell> cells) {
    public ResultRow {
        cells = List.copyOf(cells);
    }

    /** True if no column has a value. */
    public boolean isAllNull() {
        return cells.stream().allMatch(Cell.Missing.class::isInstance);
    }

    @Override
    public String toString() {
        return cells.stream().map(Cell::toString).collect(Collectors.joining(" | "));
    }
}
