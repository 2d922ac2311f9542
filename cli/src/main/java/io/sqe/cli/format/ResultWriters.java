package io.sqe.cli.format;

import io.sqe.cli.format.JsonWriter.Framing;
import java.io.OutputStream;
import java.io.Writer;

/** Makes the writer of a format. */
public final class ResultWriters {
    private ResultWriters() {}

    /** Writes text. The formats that are files only are no text. */
    public static ResultWriter text(ResultFormat format, TextOptions options, Writer out) {
        return switch (format) {
            case TABLE -> new TableWriter(options, out);
            case VERTICAL -> new VerticalWriter(options, out);
            case MARKDOWN -> new MarkdownWriter(options, out);
            case CSV -> DelimitedWriter.csv(options, out);
            case TSV -> DelimitedWriter.tsv(options, out);
            case JSON -> new JsonWriter(Framing.ARRAY, options.zone(), out);
            case JSONL -> new JsonWriter(Framing.LINES, options.zone(), out);
            case NULL -> new NullWriter();
            case ARROW, PARQUET -> throw new IllegalArgumentException(format + " is not text");
        };
    }

    /** Writes a result's only column line by line, without a frame. */
    public static ResultWriter lines(TextOptions options, Writer out) {
        return new LinesWriter(options, out);
    }

    /** Writes nothing. */
    public static ResultWriter none() {
        return new NullWriter();
    }

    public static ResultWriter arrowFile(OutputStream out) {
        return new ArrowFileResultWriter(out);
    }
}
