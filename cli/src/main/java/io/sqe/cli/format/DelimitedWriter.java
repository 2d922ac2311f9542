package io.sqe.cli.format;

import io.sqe.cli.format.TextOptions.Header;
import java.io.IOException;
import java.io.Writer;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** Rows as lines of fields: CSV or TSV. */
final class DelimitedWriter implements ResultWriter {
    private final Dialect dialect;
    private final TextOptions options;
    private final String nullText;
    private final TextBuffer buffer;

    private DelimitedWriter(Dialect dialect, TextOptions options, Writer out) {
        this.dialect = dialect;
        this.options = options;
        this.nullText = options.nullText().orElse(dialect.nullText);
        this.buffer = new TextBuffer(out);
    }

    /** RFC 4180, lines ending in LF. NULL is nothing at all; an empty string, or one that reads like NULL, is quoted. */
    static ResultWriter csv(TextOptions options, Writer out) {
        return new DelimitedWriter(Dialect.CSV, options, out);
    }

    /** Tabs, line ends and backslashes in values are {@code \t \n \r \\}, NULL is {@code \N}. */
    static ResultWriter tsv(TextOptions options, Writer out) {
        return new DelimitedWriter(Dialect.TSV, options, out);
    }

    @Override
    public void begin(Schema schema) throws IOException {
        if (options.header() == Header.WITH) {
            StringBuilder line = buffer.text();
            for (Field field : schema.getFields()) {
                int start = line.length();
                line.append(field.getName());
                dialect.protect(line, start, nullText);
                line.append(dialect.delimiter);
            }
            endLine(line);
        }
        buffer.handOn();
    }

    @Override
    public void write(VectorSchemaRoot batch) throws IOException {
        TextCells cells = TextCells.of(batch, options.zone());
        StringBuilder line = buffer.text();
        for (int row = 0; row < batch.getRowCount(); row++) {
            for (int column = 0; column < cells.count(); column++) {
                if (cells.isNull(column, row)) {
                    line.append(nullText);
                } else {
                    int start = line.length();
                    cells.append(column, row, line);
                    dialect.protect(line, start, nullText);
                }
                line.append(dialect.delimiter);
            }
            endLine(line);
            buffer.rowEnded();
        }
        buffer.handOn();
    }

    /** Turns the delimiter after the last field into the end of the line. */
    private static void endLine(StringBuilder line) {
        if (line.isEmpty()) {
            line.append('\n');
        } else {
            line.setCharAt(line.length() - 1, '\n');
        }
    }

    @Override
    public void end() throws IOException {
        buffer.handOn();
    }

    private enum Dialect {
        CSV(',', "") {
            @Override
            void protect(StringBuilder line, int start, String nullText) {
                boolean likeNull = line.length() - start == nullText.length() && line.indexOf(nullText, start) == start;
                if (!likeNull && !mustQuote(line, start)) {
                    return;
                }
                for (int i = line.length() - 1; i >= start; i--) {
                    if (line.charAt(i) == '"') {
                        line.insert(i, '"');
                    }
                }
                line.insert(start, '"').append('"');
            }
        },
        TSV('\t', "\\N") {
            @Override
            void protect(StringBuilder line, int start, String nullText) {
                for (int i = line.length() - 1; i >= start; i--) {
                    char c = line.charAt(i);
                    switch (c) {
                        case '\t' -> line.replace(i, i + 1, "\\t");
                        case '\n' -> line.replace(i, i + 1, "\\n");
                        case '\r' -> line.replace(i, i + 1, "\\r");
                        case '\\' -> line.insert(i, '\\');
                        default -> {}
                    }
                }
            }
        };

        private final char delimiter;
        private final String nullText;

        Dialect(char delimiter, String nullText) {
            this.delimiter = delimiter;
            this.nullText = nullText;
        }

        /** Makes the field from {@code start} to the line's end readable as one field. */
        abstract void protect(StringBuilder line, int start, String nullText);

        private static boolean mustQuote(StringBuilder line, int start) {
            for (int i = start; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                    return true;
                }
            }
            return false;
        }
    }
}
