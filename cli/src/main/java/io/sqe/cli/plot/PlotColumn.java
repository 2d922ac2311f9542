package io.sqe.cli.plot;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A column of a result as charts need it.
 *
 * @param texts what its values look like
 * @param numbers its values as numbers, times in seconds; empty where there is none
 */
public record PlotColumn(String name, Kind kind, List<String> texts, List<OptionalDouble> numbers) {

    /** What its values are. */
    public enum Kind {
        NUMBER,
        /** Dates and timestamps. */
        TIME,
        TEXT
    }
}
