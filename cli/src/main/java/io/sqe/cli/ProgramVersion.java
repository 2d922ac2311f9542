package io.sqe.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Tells the program's version and those of its parts, which the build has written down. */
final class ProgramVersion {
    private static final String RESOURCE = "versions.properties";

    private final Properties versions = new Properties();

    ProgramVersion() {
        try (InputStream written = ProgramVersion.class.getResourceAsStream(RESOURCE)) {
            if (written != null) {
                versions.load(written);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The program's own. */
    String number() {
        return of("sqe");
    }

    String[] lines() {
        return Stream.concat(Stream.of("sqe " + of("sqe")), parts().stream()).toArray(String[]::new);
    }

    private List<String> parts() {
        return List.of(
                "DuckDB " + of("duckdb"),
                "Apache Iceberg " + of("iceberg"),
                "Apache Calcite " + of("calcite"),
                "Substrait " + of("substrait"),
                "Apache Arrow " + of("arrow"),
                "Java " + Runtime.version() + " (" + System.getProperty("os.arch") + ")");
    }

    private String of(String part) {
        return versions.getProperty(part, "(unknown)");
    }
}
