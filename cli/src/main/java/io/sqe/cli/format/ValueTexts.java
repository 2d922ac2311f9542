package io.sqe.cli.format;

import java.time.ZoneId;
import java.util.Optional;
import org.apache.arrow.vector.VectorSchemaRoot;

/** The values of a batch as text, in SQL's notation; not made harmless. */
public final class ValueTexts {
    private final TextCells cells;

    private ValueTexts(TextCells cells) {
        this.cells = cells;
    }

    public static ValueTexts of(VectorSchemaRoot batch, ZoneId zone) {
        return new ValueTexts(TextCells.of(batch, zone));
    }

    /** A value; empty for NULL. */
    public Optional<String> text(int column, int row) {
        return cells.isNull(column, row) ? Optional.empty() : Optional.of(cells.text(column, row));
    }
}
