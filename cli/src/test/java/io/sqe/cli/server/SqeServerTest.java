package io.sqe.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sqe.cli.wiring.server.SqeServer;
import io.sqe.gateway.configuration.Configuration;
import io.sqe.gateway.configuration.Configuration.Insecurity;
import io.sqe.gateway.identity.UserFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class SqeServerTest {
    private static final Pattern NEXT_URI = Pattern.compile("\"nextUri\":\"([^\"]+)\"");

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");
    private Path users = Path.of("");
    private int metricsPort;
    private int trinoPort;

    @BeforeEach
    void configure() throws IOException {
        metricsPort = freePair();
        trinoPort = freePair();
        users = folder.resolve("users.toml");
        writeUser("ann", "first");
        file = Files.writeString(folder.resolve("sqe.toml"), """
                [coordinator]
                flight_sql_port = 0
                trino_http_port = %3$d
                memory_limit = "1GB"
                engine = "embedded"
                spill_dir = "%1$s/spill"
                [metrics]
                prometheus_port = %2$d
                audit_log_path = "%1$s/audit.jsonl"
                [session]
                secrets_path = "%1$s/session.keys"
                revocations_path = "%1$s/session.revocations"
                [catalog]
                warehouse = "%1$s/warehouse"
                [[auth.providers]]
                type = "static"
                users_file = "%1$s/users.toml"
                """.formatted(folder, metricsPort, trinoPort));
    }

    @Test
    void serverIsReadyShowsItselfAndEndsInOrder() throws Exception {
        try (SqeServer server = SqeServer.open(load(), "1.2.3")) {
            assertThat(get(metricsPort + 1, "/readyz", "").statusCode()).isEqualTo(200);
            assertThat(get(metricsPort, "/metrics", "").body())
                    .contains("sqe_active_queries 0.0", "sqe_active_sessions 0.0", "sqe_coordinator_memory_limit_bytes")
                    .contains("sqe_healthy_workers 0.0");
            assertThat(StartupBlock.text(load(), server.addresses(), "1.2.3", Duration.ofMillis(7)))
                    .startsWith("sqe 1.2.3, hybrid")
                    .contains("health      http://127.0.0.1:%d/readyz".formatted(metricsPort + 1))
                    .endsWith("ready after 7 ms");
        }
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> get(metricsPort + 1, "/healthz", ""));
    }

    @Test
    void usersAreReadAgainOnReloadAndAWrongPasswordIsAudited() throws Exception {
        try (SqeServer server = SqeServer.open(load(), "1.2.3")) {
            assertThat(get(metricsPort + 1, "/api/v1/queries", "ann:first").statusCode())
                    .isEqualTo(200);
            writeUser("ann", "second");
            server.reload(load());
            assertThat(get(metricsPort + 1, "/api/v1/queries", "ann:first").statusCode())
                    .isEqualTo(401);
            assertThat(get(metricsPort + 1, "/api/v1/queries", "ann:second").statusCode())
                    .isEqualTo(200);
        }
        assertThat(Files.readString(folder.resolve("audit.jsonl")))
                .contains("\"kind\":\"auth\",\"username\":\"ann\",\"status\":\"error\",\"reason\":\"invalid\"")
                .doesNotContain("first");
    }

    @Test
    void queryByAProtocolIsAnsweredCountedAuditedAndListed() throws Exception {
        try (SqeServer _ = SqeServer.open(load(), "1.2.3")) {
            assertThat(answer("SELECT 40 + 2 AS answer")).contains("\"data\":[[42]]");
            assertThat(answer("SELECT * FROM read_csv('/etc/passwd')")).contains("PERMISSION_DENIED");
            assertThat(get(metricsPort, "/metrics", "").body())
                    .contains(
                            "sqe_query_count_total{error_code=\"none\",statement_type=\"query\",status=\"success\"} 1.0")
                    .contains("error_code=\"ACCESS_DENIED\",statement_type=\"query\",status=\"error\"} 1.0");
            assertThat(get(metricsPort + 1, "/api/v1/queries", "ann:first").body())
                    .contains("SELECT 40 + 2 AS answer", "\"status\":\"success\"");
        }
        assertThat(Files.readString(folder.resolve("audit.jsonl")))
                .contains("\"username\":\"ann\"", "SELECT [REDACTED:NUMBER] + [REDACTED:NUMBER] AS answer");
    }

    @Test
    void aQueryOfAKeptTraceLeadsToItFromItsHistogramAndWhatTheServerDoesIsSampled() throws Exception {
        try (SqeServer _ = SqeServer.open(load(), "1.2.3");
                HttpClient client = HttpClient.newHttpClient()) {
            String trace = "0af7651916cd43dd8448eb211c80319c";
            HttpRequest traced = asAnn("http://127.0.0.1:" + trinoPort + "/v1/statement")
                    .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                    .POST(HttpRequest.BodyPublishers.ofString("SELECT 1"))
                    .build();
            String page = client.send(traced, BodyHandlers.ofString()).body();
            for (var next = NEXT_URI.matcher(page); next.find(); next = NEXT_URI.matcher(page)) {
                page = client.send(asAnn(next.group(1)).build(), BodyHandlers.ofString())
                        .body();
            }
            HttpRequest scrape = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + metricsPort + "/metrics"))
                    .header("Accept", "application/openmetrics-text;version=1.0.0")
                    .build();
            assertThat(client.send(scrape, BodyHandlers.ofString()).body())
                    .containsPattern(
                            "sqe_query_duration_seconds_bucket\\{.*} 1(\\.0)? # \\{.*trace_id=\"" + trace + "\"")
                    .endsWith("# EOF\n");
            assertThat(get(metricsPort + 1, "/api/v1/overview", "ann:first").body())
                    .contains("\"ended_queries\":1", "\"place\":\"embedded\"");
            assertThat(get(metricsPort + 1, "/api/v1/metrics/history", "ann:first")
                            .body())
                    .contains("\"samples\":[{\"time\":");
            assertThat(get(metricsPort + 1, "/api/v1/workers", "ann:wrong").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void reloadTakesOverLimitsAdministratorsAndResourceGroupsAndAWrongOneChangesNothing() throws Exception {
        try (SqeServer server = SqeServer.open(load(), "1.2.3")) {
            assertThat(post(metricsPort + 1, "/api/v1/sessions/revoke?user=bob").statusCode())
                    .isEqualTo(403);
            String first = Files.readString(file);
            String hash = Files.readString(users);
            Files.writeString(users, hash + "roles = [\"boss\"]\n");
            Files.writeString(
                    file,
                    "[auth]\nadmin_roles = [\"boss\"]\n[query]\nmax_sql_bytes = 20\n"
                            + "[resource_groups.bosses]\nroles = [\"boss\"]\n" + first);
            server.reload(load());
            assertThat(post(metricsPort + 1, "/api/v1/sessions/revoke?user=bob").statusCode())
                    .isEqualTo(200);
            assertThat(answer("SELECT 1 /* more than twenty bytes */")).contains("GENERIC_INSUFFICIENT_RESOURCES");
            Files.writeString(users, "[[user]]\nname = 7\n");
            assertThatExceptionOfType(UserFileException.class).isThrownBy(() -> server.reload(load()));
            assertThat(answer("SELECT 1")).contains("\"data\":[[1]]");
        }
    }

    private HttpResponse<String> post(int port, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    asAnn("http://127.0.0.1:%d%s".formatted(port, path))
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @Test
    void usersAreAddedListedAndRemovedByCommand() {
        Path more = folder.resolve("more.toml");
        ByteArrayInputStream typed = new ByteArrayInputStream("secret\n".getBytes(StandardCharsets.UTF_8));
        assertThat(run(UserCommand.commandLine(typed), "add", "--file", more.toString(), "--role", "r", "eve"))
                .startsWith("Added eve.");
        assertThat(run(UserCommand.commandLine(typed), "list", "--file", more.toString()))
                .isEqualTo("eve\tr" + System.lineSeparator());
        assertThat(run(UserCommand.commandLine(typed), "remove", "--file", more.toString(), "ann"))
                .isEqualTo("error[USAGE]: There is no user ann." + System.lineSeparator());
    }

    /** Everything that Trino's protocol says of a statement, to its end. */
    private String answer(String sql) throws IOException, InterruptedException {
        StringBuilder said = new StringBuilder();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder first = asAnn("http://127.0.0.1:" + trinoPort + "/v1/statement");
            Optional<HttpRequest> next = Optional.of(
                    first.POST(HttpRequest.BodyPublishers.ofString(sql)).build());
            while (next.isPresent()) {
                String page = client.send(next.get(), BodyHandlers.ofString()).body();
                said.append(page);
                next = NEXT_URI.matcher(page)
                        .results()
                        .findFirst()
                        .map(found -> asAnn(found.group(1)).build());
            }
        }
        return said.toString();
    }

    private static HttpRequest.Builder asAnn(String uri) {
        String pair = Base64.getEncoder().encodeToString("ann:first".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(uri))
                .header("Authorization", "Basic " + pair)
                .header("X-Trino-User", "ann");
    }

    @Test
    void portInUseKeepsTheServerFromStartingAndNothingStaysOpen() throws Exception {
        try (ServerSocket taken = new ServerSocket(metricsPort + 1)) {
            assertThat(taken.isBound()).isTrue();
            assertThatExceptionOfType(SqeServer.NotStartedException.class)
                    .isThrownBy(() -> SqeServer.open(load(), "1.2.3"));
        }
        SqeServer.open(load(), "1.2.3").close();
    }

    @Test
    void configurationIsCheckedAndShownWithoutAServer() throws IOException {
        assertThat(run(ConfigCommand.commandLine(Map.of()), "show", "--config", file.toString()))
                .contains("metrics.prometheus_port = %d  # sqe.toml:8:1".formatted(metricsPort));
        Files.writeString(users, "[[user]]\nname = 7\n");
        assertThat(run(ConfigCommand.commandLine(Map.of()), "check", "--config", file.toString()))
                .contains("error: users.toml:1:1: a user needs name, a string")
                .contains("error: users.toml:1:1: a user needs password, a string");
        Files.writeString(file, "coordinator.flight_port = 1");
        assertThat(run(ConfigCommand.commandLine(Map.of("SQE_CONFIG", file.toString())), "check"))
                .contains("error: sqe.toml:1:1: unknown key coordinator.flight_port");
        assertThat(run(ConfigCommand.commandLine(Map.of()), "reference")).startsWith("# Configuration");
    }

    private Configuration load() {
        return Configuration.load(Optional.of(file), Map.of(), Insecurity.REFUSED);
    }

    private void writeUser(String name, String password) throws IOException {
        byte[] typed = (password + "\n").getBytes(StandardCharsets.UTF_8);
        String hash = run(UserCommand.commandLine(new ByteArrayInputStream(typed)), "hash")
                .strip();
        Files.writeString(users, "[[user]]\nname = \"%s\"\npassword = \"%s\"\n".formatted(name, hash));
    }

    private static String run(CommandLine line, String... arguments) {
        StringWriter text = new StringWriter();
        line.setOut(new PrintWriter(text, true));
        line.setErr(new PrintWriter(text, true));
        line.execute(arguments);
        return text.toString();
    }

    private static HttpResponse<String> get(int port, String path, String login)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!login.isEmpty()) {
            String pair = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + pair);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    /** A port that is free, as is the one above it. */
    private static int freePair() throws IOException {
        try (ServerSocket first = new ServerSocket(0);
                ServerSocket second = new ServerSocket(first.getLocalPort() + 1)) {
            return second.getLocalPort() - 1;
        } catch (IOException taken) {
            return freePair();
        }
    }
}
