package io.sqe.cli;

import io.sqe.cli.format.ResultFormat;
import io.sqe.cli.format.TextOptions;
import io.sqe.cli.format.TextOptions.Header;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The arguments that say how results are written, and where. */
final class OutputArguments {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            description = "table, vertical, markdown, csv, tsv, json, jsonl, arrow, parquet or null (default: table).")
    private ResultFormat format = ResultFormat.TABLE;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write results to FILE, which appears when all is written. Needed for arrow and parquet.")
    private @Nullable Path file;

    @Option(names = "--no-header", description = "Leave out the line of column names in csv and tsv.")
    private boolean noHeader;

    @Option(
            names = "--null",
            paramLabel = "TEXT",
            description = "What stands for NULL (default: NULL; nothing in csv, \\N in tsv). JSON has its own.")
    private @Nullable String nullText;

    @Option(names = "--timer", description = "Tell each statement's time.")
    private boolean timer;

    @Option(names = "--no-pager", description = "Never show long results in a pager.")
    private boolean noPager;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            converter = ColorConverter.class,
            description = "auto, always or never (default: auto, which NO_COLOR turns to never).")
    private Color color = Color.AUTO;

    ResultFormat format() {
        return format;
    }

    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    boolean timer() {
        return timer;
    }

    boolean pager() {
        return !noPager;
    }

    Color color() {
        return color;
    }

    TextOptions text(ZoneId zone) {
        TextOptions exact = TextOptions.exact(zone).with(noHeader ? Header.WITHOUT : Header.WITH);
        return nullText == null ? exact : exact.withNull(nullText);
    }

    /** When the program colours what it writes. */
    enum Color {
        AUTO,
        ALWAYS,
        NEVER
    }

    /** Lets the command line take formats. */
    static final class FormatConverter implements ITypeConverter<ResultFormat> {
        @Override
        public ResultFormat convert(String name) {
            return ResultFormat.find(name)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + name + "' is no format; there are " + ResultFormat.names()));
        }
    }

    /** Lets the command line take colour modes in lower case. */
    static final class ColorConverter implements ITypeConverter<Color> {
        @Override
        public Color convert(String name) {
            for (Color color : Color.values()) {
                if (color.name().equalsIgnoreCase(name)) {
                    return color;
                }
            }
            throw new TypeConversionException("'" + name + "' is none of auto, always, never");
        }
    }
}
