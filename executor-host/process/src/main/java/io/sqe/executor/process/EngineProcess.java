package io.sqe.executor.process;

import io.sqe.executor.host.EngineHost;
import io.sqe.fragment.v1.EngineStart;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that an engine runs in, from its start to its certain end. */
final class EngineProcess {
    /** What the JVM announces on standard error, and what can make it refuse its cache of classes. */
    private static final List<String> UNWANTED_VARIABLES =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final Process process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private EngineProcess(Process process) {
        this.process = process;
        var log = new EngineLog(process.pid());
        read("sqe-engine-output", () -> hear(log));
        read("sqe-engine-errors", () -> EngineLog.follow(process.getErrorStream(), log::write));
    }

    /** Starts the process and hands it what it may use; the caller ends it. */
    static EngineProcess start(List<String> command, EngineStart start) throws IOException {
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(UNWANTED_VARIABLES);
        var process = new EngineProcess(builder.start());
        try {
            start.writeDelimitedTo(process.process.getOutputStream());
            process.process.getOutputStream().flush();
        } catch (IOException failure) {
            process.kill();
            throw failure;
        }
        return process;
    }

    /**
     * On a platform thread: a virtual one that reads a pipe holds its carrier, and the carrier that the JDK adds instead ends for good
     * once it has been idle for half a minute. On two cores nothing virtual would run any more.
     */
    private static void read(String thread, Runnable reading) {
        Thread.ofPlatform().daemon().name(thread).start(reading);
    }

    private void hear(EngineLog log) {
        EngineLog.follow(process.getInputStream(), line -> hear(line, log));
        port.completeExceptionally(new IOException("The engine's process ended before it listened"));
    }

    private void hear(String line, EngineLog log) {
        if (line.startsWith(EngineHost.LISTENING)) {
            port.complete(Integer.parseInt(
                    line.substring(EngineHost.LISTENING.length()).strip()));
        } else {
            log.write(line);
        }
    }

    /** Waits until the engine listens, and says where. */
    int awaitPort(Duration wait) throws IOException, InterruptedException {
        try {
            return port.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException ended) {
            throw new IOException(ended.getCause());
        } catch (TimeoutException _) {
            throw new IOException("The engine's process does not listen after " + wait.toSeconds() + " s");
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Of a process that has ended. */
    int exitCode() {
        return process.exitValue();
    }

    /** Has something done, by whatever thread, when the process has ended. */
    void onEnd(Runnable action) {
        var _ = process.onExit().thenRun(action);
    }

    /** Waits for the process's end. */
    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** Waits for the process's end no longer than this; answers whether it came. */
    boolean isEndedWithin(Duration wait) {
        try {
            return process.waitFor(wait);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** Ends a process that nothing runs in: it ends by itself when its standard input does, and is killed if it does not. */
    void end(Duration wait) {
        try {
            process.getOutputStream().close();
            process.waitFor(wait);
        } catch (IOException _) {
            // It has ended.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    /** Ends the process for certain: what it wrote last is then on disk, and it writes nothing more. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
