package io.sqe.cli.plot;

import java.util.List;
import java.util.Optional;

/**
 * The first rows of a result.
 *
 * @param rows of the whole result, also those that are not in the sample
 */
public record ResultSample(List<PlotColumn> columns, long rows) {

    public Optional<PlotColumn> find(String name) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
    }

    int rowsHeld() {
        return columns.isEmpty() ? 0 : columns.getFirst().texts().size();
    }

    boolean isWhole() {
        return rowsHeld() == rows;
    }
}
