package io.sqe.cli.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a result is written. */
public enum ResultFormat {
    TABLE(Audience.PEOPLE),
    VERTICAL(Audience.PEOPLE),
    MARKDOWN(Audience.PEOPLE),
    CSV(Audience.PROGRAMS),
    TSV(Audience.PROGRAMS),
    JSON(Audience.PROGRAMS),
    JSONL(Audience.PROGRAMS),
    ARROW(Audience.FILES),
    PARQUET(Audience.FILES),
    /** Reads all rows and writes none: for measuring. */
    NULL(Audience.PROGRAMS);

    private final Audience audience;

    ResultFormat(Audience audience) {
        this.audience = audience;
    }

    public Audience audience() {
        return audience;
    }

    public static Optional<ResultFormat> find(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** All names, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(ResultFormat::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Who reads a format. */
    public enum Audience {
        /** Changes and commands are told as a sentence. */
        PEOPLE,
        /** Nothing but rows of queries is written. */
        PROGRAMS,
        /** As for programs, and not readable on a terminal. */
        FILES
    }
}
