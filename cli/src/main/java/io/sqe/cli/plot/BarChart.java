package io.sqe.cli.plot;

import io.sqe.cli.format.DisplayText;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * A bar for each row, from zero to the right, or to the left if it is negative.
 *
 * <pre>
 * total by day
 * Mon ┤         ██████ 10
 * Tue ┤       ▐█ -3.5
 * Wed ┤ NULL
 * </pre>
 */
final class BarChart {
    /** Bars that people can still compare. */
    static final int BARS_MAX = 60;

    private static final int LABEL_COLUMNS_MAX = 24;
    private static final int BAR_COLUMNS_MIN = 10;
    private static final String[] EIGHTHS = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

    private final PlotColumn along;
    private final PlotColumn values;
    private final int labelWidth;
    private final double columnsPerUnit;
    private final int negativeColumns;

    private BarChart(PlotColumn along, PlotColumn values, int columns) {
        this.along = along;
        this.values = values;
        this.labelWidth = along.texts().stream()
                .mapToInt(text -> Math.min(DisplayText.width(text), LABEL_COLUMNS_MAX))
                .max()
                .orElse(0);
        double most = finite(values.numbers()).max().orElse(0);
        double least = finite(values.numbers()).min().orElse(0);
        int numberWidth = values.texts().stream().mapToInt(String::length).max().orElse(0);
        double span = Math.max(most, 0) - Math.min(least, 0);
        int room = Math.max(BAR_COLUMNS_MIN, columns - labelWidth - numberWidth - 5);
        this.columnsPerUnit = span == 0 ? 0 : room / span;
        this.negativeColumns = (int) Math.ceil(-Math.min(least, 0) * columnsPerUnit);
    }

    static String draw(PlotColumn along, PlotColumn values, int columns) {
        int bars = values.numbers().size();
        if (bars > BARS_MAX) {
            throw new UnplottableException("A chart of %d bars is too high: group or limit it to %d, or use .plot line"
                    .formatted(bars, BARS_MAX));
        }
        return new BarChart(along, values, columns).lines();
    }

    private static DoubleStream finite(List<OptionalDouble> numbers) {
        return numbers.stream().flatMapToDouble(OptionalDouble::stream).filter(Double::isFinite);
    }

    private String lines() {
        StringBuilder out = new StringBuilder(values.name() + " by " + along.name() + "\n");
        for (int row = 0; row < values.numbers().size(); row++) {
            String label = DisplayText.cut(along.texts().get(row), LABEL_COLUMNS_MAX);
            out.append(" ".repeat(labelWidth - DisplayText.width(label)))
                    .append(label)
                    .append(" ┤");
            OptionalDouble value = values.numbers().get(row);
            boolean drawn = value.isPresent() && Double.isFinite(value.getAsDouble());
            out.append(drawn ? bar(value.getAsDouble()) : " ".repeat(negativeColumns));
            out.append(' ').append(values.texts().get(row)).append('\n');
        }
        return out.toString();
    }

    private String bar(double value) {
        double length = Math.abs(value) * columnsPerUnit;
        if (value < 0) {
            int full = (int) length;
            String half = length - full >= 0.5 ? "▐" : "";
            int blank = negativeColumns - full - half.length();
            return " ".repeat(Math.max(0, blank)) + half + "█".repeat(full);
        }
        int eighths = (int) Math.round(length * EIGHTHS.length);
        String bar = "█".repeat(eighths / EIGHTHS.length) + EIGHTHS[eighths % EIGHTHS.length];
        return " ".repeat(negativeColumns) + (bar.isEmpty() && value > 0 ? EIGHTHS[1] : bar);
    }
}
