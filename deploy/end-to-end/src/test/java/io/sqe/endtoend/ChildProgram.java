package io.sqe.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The {@code sqe} program in a process of its own, with the flags that its launcher sets. Killed when this is closed. */
final class ChildProgram implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path errors;

    private ChildProgram(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    /** Starts it over a warehouse. */
    static ChildProgram start(Path warehouse, String... arguments) throws IOException {
        return startUnder("", warehouse, arguments);
    }

    /**
     * Starts it under limits.
     *
     * @param limits commands of a POSIX shell, run in the process before the program takes it over; empty for none
     */
    static ChildProgram startUnder(String limits, Path warehouse, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", limits + "\nexec \"$@\"", "sh"));
        command.addAll(SqeCommand.with("--warehouse", warehouse.toString()));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile("sqe-errors", ".txt");
        return new ChildProgram(
                new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    }

    /** What it writes, line by line. */
    BufferedReader output() {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    /** What it said when it was left to end by itself. */
    Outcome awaitEnd() throws IOException, InterruptedException {
        return ended(String.join("\n", output().lines().toList()));
    }

    /** The same when nobody reads what it writes. */
    Outcome awaitEndUnread() throws IOException, InterruptedException {
        return ended("");
    }

    private Outcome ended(String output) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The program hangs. It said: " + output + Files.readString(errors));
        }
        return new Outcome(process.exitValue(), output, Files.readString(errors));
    }

    /** Nobody reads its output any more. */
    void closeOutput() throws IOException {
        process.getInputStream().close();
    }

    /** Ends it as a power cut would. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() throws IOException {
        kill();
        Files.deleteIfExists(errors);
    }

    /** How it ended. */
    record Outcome(int exitCode, String output, String errors) {
        boolean showsStackTrace() {
            return errors.contains("\tat ") || errors.contains("Exception in thread") || errors.contains("SIGSEGV");
        }
    }
}
