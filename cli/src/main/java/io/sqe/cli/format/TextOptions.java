package io.sqe.cli.format;

import java.time.ZoneId;
import java.util.Optional;

/**
 * How results are written as text.
 *
 * @param header whether csv and tsv name the columns
 * @param nullText what stands for NULL, if not the format's own
 * @param zone of timestamps with time zone
 * @param table limits of the table format
 */
public record TextOptions(Header header, Optional<String> nullText, ZoneId zone, TableLimits table, Ink ink) {

    public static TextOptions exact(ZoneId zone) {
        return new TextOptions(Header.WITH, Optional.empty(), zone, TableLimits.NONE, Ink.PLAIN);
    }

    public TextOptions with(Header other) {
        return new TextOptions(other, nullText, zone, table, ink);
    }

    public TextOptions withNull(String text) {
        return new TextOptions(header, Optional.of(text), zone, table, ink);
    }

    public TextOptions with(TableLimits limits) {
        return new TextOptions(header, nullText, zone, limits, ink);
    }

    public TextOptions with(Ink other) {
        return new TextOptions(header, nullText, zone, table, other);
    }

    /** Whether columns are named. */
    public enum Header {
        WITH,
        WITHOUT
    }

    /**
     * What of a result the table format shows. Scripts get everything; a person gets what fits the screen.
     *
     * @param columns of the terminal
     * @param rows shown at most; the others are counted
     */
    public record TableLimits(int columns, long rows) {
        public static final TableLimits NONE = new TableLimits(Integer.MAX_VALUE, Long.MAX_VALUE);

        public boolean isForScreen() {
            return columns < Integer.MAX_VALUE;
        }
    }
}
