package io.sqe.endtoend;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How the {@code sqe} program is started in a process of its own, with the flags that its launcher sets. */
public final class SqeCommand {
    private static final List<String> FLAGS = List.of(
            "-Xmx512m",
            "-Xss16m",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dcalcite.default.charset=UTF-8");

    private SqeCommand() {}

    public static List<String> with(String... arguments) {
        return Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        FLAGS.stream(),
                        Stream.of("-cp", System.getProperty("java.class.path"), "io.sqe.cli.Main"),
                        Stream.of(arguments))
                .flatMap(words -> words)
                .toList();
    }
}
