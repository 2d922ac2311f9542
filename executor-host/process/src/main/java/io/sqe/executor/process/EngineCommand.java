package io.sqe.executor.process;

import io.sqe.executor.host.EngineHost;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command line of an engine's process: this process's own Java runtime and class path. It holds nothing secret. */
final class EngineCommand {
    private static final int KIB = 1024;

    /**
     * An engine takes every core, and what it has to say would wait for a time slice at each step of its way: with more niceness than
     * this process it gives way at once, and takes as much when nobody else wants it.
     */
    private static final Path NICE = Path.of("/usr/bin/nice");

    private static final int NICENESS = 5;

    private static final String CACHE_FLAG = "-XX:AOTCache=";

    /** What the runtime needs for Arrow and the engine, and not to write files when it dies. */
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+ErrorFileToStderr",
            "-XX:-CreateCoredumpOnCrash",
            "-Xss16m",
            // A small heap that grows when there is need: what it once touched would stay this process's.
            "-Xms16m",
            // Half a start's CPU time went into compiling what a start alone uses; what queries use often is compiled
            // all the same.
            "-XX:Tier4InvocationThreshold=30000",
            "-XX:Tier4MinInvocationThreshold=10000",
            "-XX:Tier4CompileThreshold=50000",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            // Warnings alone, whatever logs beside it for this process: gRPC would tell of every call, its token
            // included.
            "-Dslf4j.provider=org.slf4j.simple.SimpleServiceProvider",
            "-Dslf4j.internal.verbosity=WARN",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

    /** Flags of this process that make the other one start as fast: the cache of loaded classes. */
    private static final List<String> INHERITED_FLAGS = List.of(
            CACHE_FLAG,
            "-XX:SharedArchiveFile=",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=",
            "-Xlog:disable");

    /** Settings of this process that hold for the other one too. */
    private static final List<String> INHERITED_PROPERTIES =
            List.of("sqe.", "arrow.", "java.io.tmpdir", "user.timezone");

    /** Names the cache of classes that was made for this process; the distribution has one. */
    private static final String CACHE_PROPERTY = "sqe.engine.aot";

    /** Names the cache that this process is to make when it ends, as the distribution's build asks for it. */
    private static final String CACHE_OUTPUT_PROPERTY = "sqe.engine.aot-output";

    private EngineCommand() {}

    /** Whether the process is to be left alone when it ends, for a while: it writes what it has learnt. */
    static boolean isTraining() {
        return System.getProperty(CACHE_OUTPUT_PROPERTY) != null;
    }

    static List<String> of(EngineProcessOptions options) {
        List<String> command = new ArrayList<>();
        if (options.addressSpaceBytesMax() > 0) {
            String limit = "ulimit -v " + options.addressSpaceBytesMax() / KIB + " && exec \"$@\"";
            command.addAll(List.of("/bin/sh", "-c", limit, "sqe-engine"));
        }
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", Integer.toString(NICENESS)));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.add("-Xmx" + options.heapBytesMax());
        cacheFlags().forEach(command::add);
        inheritedFlags().forEach(command::add);
        inheritedProperties().forEach(command::add);
        command.addAll(options.jvmFlags());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), EngineHost.class.getName()));
        return command;
    }

    private static Stream<String> cacheFlags() {
        String made = System.getProperty(CACHE_OUTPUT_PROPERTY);
        String own = System.getProperty(CACHE_PROPERTY);
        if (made != null) {
            return Stream.of("-XX:AOTCacheOutput=" + made);
        }
        return own == null ? Stream.empty() : Stream.of(CACHE_FLAG + own);
    }

    private static Stream<String> inheritedFlags() {
        boolean hasOwnCache = cacheFlags().findAny().isPresent();
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !hasOwnCache || !flag.startsWith(CACHE_FLAG))
                .filter(flag -> INHERITED_FLAGS.stream().anyMatch(flag::startsWith));
    }

    private static Stream<String> inheritedProperties() {
        return System.getProperties().stringPropertyNames().stream()
                .filter(name -> INHERITED_PROPERTIES.stream().anyMatch(name::startsWith))
                .sorted()
                .map(name -> "-D" + name + "=" + System.getProperty(name));
    }
}
