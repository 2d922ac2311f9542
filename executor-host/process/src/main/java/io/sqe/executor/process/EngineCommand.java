package io.sqe.executor.process;

import io.sqe.executor.host.EngineHost;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command line of an engine's process: this process's own Java runtime and class path. It holds nothing secret. */
final class EngineCommand {
    private static final int KIB = 1024;

    /** What the runtime needs for Arrow and the engine, and not to write files when it dies. */
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+ErrorFileToStderr",
            "-XX:-CreateCoredumpOnCrash",
            "-Xss16m",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8");

    /** Flags of this process that make the other one start as fast: the cache of loaded classes. */
    private static final List<String> INHERITED_FLAGS = List.of(
            "-XX:AOTCache=",
            "-XX:SharedArchiveFile=",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTReplayTraining",
            "-Xlog:disable");

    /** Settings of this process that hold for the other one too. */
    private static final List<String> INHERITED_PROPERTIES =
            List.of("sqe.", "arrow.", "java.io.tmpdir", "org.slf4j.simpleLogger.", "user.timezone");

    private EngineCommand() {}

    static List<String> of(EngineProcessOptions options) {
        List<String> command = new ArrayList<>();
        if (options.addressSpaceBytesMax() > 0) {
            String limit = "ulimit -v " + options.addressSpaceBytesMax() / KIB + " && exec \"$@\"";
            command.addAll(List.of("/bin/sh", "-c", limit, "sqe-engine"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.add("-Xmx" + options.heapBytesMax());
        inheritedFlags().forEach(command::add);
        inheritedProperties().forEach(command::add);
        command.addAll(options.jvmFlags());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), EngineHost.class.getName()));
        return command;
    }

    private static Stream<String> inheritedFlags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> INHERITED_FLAGS.stream().anyMatch(flag::startsWith));
    }

    private static Stream<String> inheritedProperties() {
        return System.getProperties().stringPropertyNames().stream()
                .filter(name -> INHERITED_PROPERTIES.stream().anyMatch(name::startsWith))
                .sorted()
                .map(name -> "-D" + name + "=" + System.getProperty(name));
    }
}
