package io.sqe.cli.plot;

import io.sqe.cli.plot.PlotColumn.Kind;
import java.util.Optional;

/** Draws two columns of a result. */
public final class Chart {
    private final ResultSample sample;

    public Chart(ResultSample sample) {
        if (sample.rows() == 0) {
            throw new UnplottableException("There are no rows to plot");
        }
        this.sample = sample;
    }

    /**
     * Draws the chart.
     *
     * @param form of the chart; without one it is lines over numbers and times, bars over text
     * @param x name of the column along the chart; without one the first
     * @param y name of the column whose values are drawn; without one the first that holds numbers and is not {@code x}
     * @param columns of the terminal
     * @throws UnplottableException if the result cannot be shown so
     */
    public String draw(Optional<Form> form, Optional<String> x, Optional<String> y, int columns) {
        PlotColumn along = x.map(this::column).orElseGet(() -> sample.columns().getFirst());
        PlotColumn values = y.map(this::column).orElseGet(() -> firstNumbers(along));
        if (values.kind() != Kind.NUMBER) {
            throw new UnplottableException("Column " + values.name() + " holds no numbers");
        }
        if (!sample.isWhole()) {
            throw new UnplottableException(
                    "The result has %d rows, more than the %d that a chart takes: group or limit it"
                            .formatted(sample.rows(), sample.rowsHeld()));
        }
        Form suitable = form.orElse(along.kind() == Kind.TEXT || along.equals(values) ? Form.BAR : Form.LINE);
        return switch (suitable) {
            case BAR -> BarChart.draw(along, values, columns);
            case LINE -> LineChart.draw(along, values, columns);
        };
    }

    private PlotColumn column(String name) {
        return sample.find(name)
                .orElseThrow(() -> new UnplottableException("The result has no column " + name + ", but "
                        + String.join(
                                ", ",
                                sample.columns().stream().map(PlotColumn::name).toList())));
    }

    private PlotColumn firstNumbers(PlotColumn along) {
        return sample.columns().stream()
                .filter(column -> column.kind() == Kind.NUMBER && !column.equals(along))
                .findFirst()
                .orElse(along);
    }

    /** What a chart is made of. */
    public enum Form {
        BAR,
        LINE
    }
}
