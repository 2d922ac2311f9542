package io.sqe.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells the program's version and those of its parts. */
final class ProgramVersion {
    private ProgramVersion() {}

    static String[] lines(List<String> parts) {
        Stream<String> program = Stream.of("sqe " + ofProgram());
        Stream<String> java = Stream.of("Java " + Runtime.version() + " (" + System.getProperty("os.arch") + ")");
        return Stream.of(program, parts.stream(), java).flatMap(lines -> lines).toArray(String[]::new);
    }

    /** From the jar's manifest; classes that are in no jar have none. */
    private static String ofProgram() {
        return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
                .orElse("(unpackaged)");
    }
}
