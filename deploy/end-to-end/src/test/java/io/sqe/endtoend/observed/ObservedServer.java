package io.sqe.endtoend.observed;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.sqe.endtoend.FreePorts;
import io.sqe.endtoend.SqeCommand;
import io.sqe.endtoend.TrinoPages;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A server with a user {@code ann}, password {@code secret}, and a client for each protocol. */
final class ObservedServer implements AutoCloseable {
    private final Process process;
    private final Path folder;
    private final List<Integer> ports;
    private final HttpClient http = HttpClient.newHttpClient();

    private ObservedServer(Process process, Path folder, List<Integer> ports) {
        this.process = process;
        this.folder = folder;
        this.ports = ports;
    }

    /**
     * Starts it and waits until it is ready. What it leaves in the folder a later one finds there.
     *
     * @param settings more of the configuration, by their environment variables, such as {@code SQE_LOGGING__FORMAT}
     */
    static ObservedServer start(Path folder, Map<String, String> settings) throws IOException {
        List<Integer> ports = List.of(FreePorts.pair(), FreePorts.pair(), FreePorts.pair());
        Path file = writeConfiguration(folder, ports);
        ProcessBuilder command = new ProcessBuilder(SqeCommand.with("server", "--config", file.toString()))
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        command.environment().putAll(settings);
        ObservedServer server = new ObservedServer(command.start(), folder, ports);
        server.awaitReady();
        return server;
    }

    private static Path writeConfiguration(Path folder, List<Integer> ports) throws IOException {
        String hash = BCrypt.withDefaults().hashToString(4, "secret".toCharArray());
        Files.writeString(
                folder.resolve("users.toml"), "[[user]]\nname = \"ann\"\npassword = \"%s\"\n".formatted(hash));
        return Files.writeString(
                folder.resolve("sqe.toml"), """
                [coordinator]
                flight_sql_port = %2$d
                trino_http_port = %3$d
                memory_limit = "1GB"
                spill_dir = "%1$s/spill"
                [metrics]
                prometheus_port = %4$d
                audit_log_path = "%1$s/audit.jsonl"
                [session]
                secrets_path = "%1$s/session.keys"
                [catalog]
                warehouse = "%1$s/warehouse"
                [[auth.providers]]
                type = "static"
                users_file = "%1$s/users.toml"
                """.formatted(folder, ports.get(0), ports.get(1), ports.get(2)));
    }

    private void awaitReady() throws IOException {
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        while (line != null && !line.startsWith("ready")) {
            line = said.readLine();
        }
        if (line == null) {
            throw new AssertionError("The server does not start: " + log());
        }
    }

    /** Another client of Flight SQL; the caller closes it. */
    FlightCaller flight(String password) {
        return FlightCaller.connect(ports.get(0), password);
    }

    /** What Trino's protocol says of a statement, to its end. */
    String trino(String sql, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder statement = asAnn("http://127.0.0.1:" + ports.get(1) + "/v1/statement", "secret");
        headers.forEach(statement::header);
        return TrinoPages.all(
                http,
                statement.POST(HttpRequest.BodyPublishers.ofString(sql)).build(),
                page -> asAnn(page, "secret").build());
    }

    /** The status of an answer to who shows a password. */
    int trinoStatus(String password) throws IOException, InterruptedException {
        HttpRequest request = asAnn("http://127.0.0.1:" + ports.get(1) + "/v1/statement", password)
                .POST(HttpRequest.BodyPublishers.ofString("SELECT 1"))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    private static HttpRequest.Builder asAnn(String uri, String password) {
        String pair = Base64.getEncoder().encodeToString(("ann:" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(uri))
                .header("Authorization", "Basic " + pair)
                .header("X-Trino-User", "ann");
    }

    String metrics() throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:%d/metrics".formatted(ports.get(2)));
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    /** What it has logged so far. */
    String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    /** Ends it as a power cut would. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    Path auditLog() {
        return folder.resolve("audit.jsonl");
    }

    Path warehouse() {
        return folder.resolve("warehouse");
    }

    /** Ends it in order, and waits for that. */
    @Override
    public void close() {
        http.close();
        process.destroy();
        process.onExit().join();
    }
}
