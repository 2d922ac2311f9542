package io.sqe.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** {@code sqe server} in a process of its own, on ports of its own. Killed when this is closed. */
final class ServerProgram implements AutoCloseable {
    private static final Pattern ENGINE = Pattern.compile("an engine runs pid=\"?(\\d+)");
    private static final Pattern HEAP = Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\".*} (\\S+)$");
    private static final int PATIENCE_SECONDS = 240;
    private static final int POLL_MILLIS = 10;

    private final Process process;
    private final Path log;
    private final int flightPort;
    private final int trinoPort;
    private final int metricsPort;
    private final HttpClient http = HttpClient.newHttpClient();

    private ServerProgram(Process process, Path log, int flightPort, int trinoPort, int metricsPort) {
        this.process = process;
        this.log = log;
        this.flightPort = flightPort;
        this.trinoPort = trinoPort;
        this.metricsPort = metricsPort;
    }

    /** Starts one over a folder of its own and waits until it is ready. */
    static ServerProgram start(Path folder, String... settings) throws IOException, InterruptedException {
        ServerProgram program = launch(folder, settings);
        program.await("readiness", program::isReady);
        return program;
    }

    /** Starts one, without waiting. */
    static ServerProgram launch(Path folder, String... settings) throws IOException {
        int flight = FreePorts.pair();
        int trino = FreePorts.pair();
        int metrics = FreePorts.pair();
        Path log = folder.resolve("server-" + metrics + ".log");
        var builder = new ProcessBuilder(SqeCommand.with("server"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "SQE_COORDINATOR__FLIGHT_SQL_PORT", String.valueOf(flight),
                        "SQE_WORKER__FLIGHT_PORT", String.valueOf(flight + 1),
                        "SQE_COORDINATOR__TRINO_HTTP_PORT", String.valueOf(trino),
                        "SQE_METRICS__PROMETHEUS_PORT", String.valueOf(metrics),
                        "SQE_COORDINATOR__MEMORY_LIMIT", "2GB",
                        "SQE_COORDINATOR__SPILL_DIR", folder.resolve("spill").toString(),
                        "SQE_SPOOLING__DIRECTORY", folder.resolve("spool").toString(),
                        "SQE_SESSION__SECRETS_PATH", folder.resolve("keys").toString(),
                        "SQE_CATALOG__WAREHOUSE", folder.resolve("warehouse").toString()));
        for (String setting : settings) {
            builder.environment()
                    .put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        return new ServerProgram(builder.start(), log, flight, trino, metrics);
    }

    int flightPort() {
        return flightPort;
    }

    /** Where it listens for coordinators, if it is a worker. */
    int workerPort() {
        return flightPort + 1;
    }

    int trinoPort() {
        return trinoPort;
    }

    /** What it has said so far, line by line. */
    List<String> log() throws IOException {
        return Files.readAllLines(log);
    }

    int metricsPort() {
        return metricsPort;
    }

    /** What is in use of its heap when what nobody refers to is gone. */
    long heapBytes() throws IOException, InterruptedException {
        collectGarbage();
        return Math.round(HEAP.matcher(metrics())
                .results()
                .mapToDouble(part -> Double.parseDouble(part.group(1)))
                .sum());
    }

    String health(String path) throws IOException, InterruptedException {
        return get(metricsPort + 1, path).body();
    }

    String metrics() throws IOException, InterruptedException {
        return get(metricsPort, "/metrics").body();
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        String pair = Base64.getEncoder().encodeToString("ann:x".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + pair)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get(metricsPort + 1, "/readyz").statusCode() == 200;
        } catch (IOException notListening) {
            return false;
        }
    }

    /** Waits until it logs something. */
    void awaitLog(String text) throws IOException, InterruptedException {
        await(text, () -> Files.readString(log).contains(text));
    }

    /** Waits until the metrics say something. */
    void awaitMetric(String line) throws IOException, InterruptedException {
        await(line, () -> metrics().contains(line));
    }

    /** Waits until that many queries run, and not just wait or are planned. */
    void awaitRunning(int queries) throws IOException, InterruptedException {
        Pattern running = Pattern.compile("\"phase\":\"running\"");
        await(
                queries + " running queries",
                () -> running.matcher(health("/api/v1/queries")).results().count() >= queries);
    }

    /** The engine's process that queries are sent to; waits while there is none. */
    ProcessHandle engine() throws IOException, InterruptedException {
        await("an engine", () -> lastEngine().filter(ProcessHandle::isAlive).isPresent());
        return lastEngine().orElseThrow();
    }

    private Optional<ProcessHandle> lastEngine() throws IOException {
        List<MatchResult> found =
                ENGINE.matcher(Files.readString(log)).results().toList();
        return found.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(found.getLast().group(1)));
    }

    /** All that it started, whatever they do. */
    List<ProcessHandle> children() {
        return new ArrayList<>(process.children().toList());
    }

    /** As an operator's {@code kill -9} would, or a crash. */
    static void kill(ProcessHandle victim) {
        victim.destroyForcibly();
        victim.onExit().join();
    }

    void kill() {
        kill(process.toHandle());
    }

    /** What nobody refers to is gone from its heap. */
    private void collectGarbage() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        int exit = new ProcessBuilder(jcmd, String.valueOf(process.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new AssertionError("jcmd ended with " + exit);
        }
    }

    /** As an operator's {@code kill -HUP} would, and waits until it has read everything again. */
    void reload() throws IOException, InterruptedException {
        int before = reloads();
        new ProcessBuilder("kill", "-HUP", String.valueOf(process.pid()))
                .start()
                .waitFor();
        await("reload", () -> reloads() > before);
    }

    /** The same of what is wrong: waits until it has said so. */
    void refuseReload() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-HUP", String.valueOf(process.pid()))
                .start()
                .waitFor();
        awaitLog("configuration not reloaded");
    }

    private int reloads() throws IOException {
        return Files.readString(log).split("configuration reloaded", -1).length;
    }

    /** As an operator's {@code kill} would; its exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The server does not end");
        }
        return process.exitValue();
    }

    /** Waits until something is so. */
    void await(String what, Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.holds()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("No " + what + ". The server said: " + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    @Override
    public void close() {
        http.close();
        kill();
    }

    /** Something that becomes true. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }
}
