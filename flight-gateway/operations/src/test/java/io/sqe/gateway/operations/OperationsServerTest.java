package io.sqe.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.identity.Credentials;
import io.sqe.gateway.observation.ActiveQueries;
import io.sqe.gateway.observation.ObservedEngine;
import io.sqe.gateway.observation.QueryHistory;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.testing.TrialEngine;
import io.sqe.policy.decision.Principal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OperationsServerTest {
    private final AtomicBoolean auditWorks = new AtomicBoolean(true);
    private final Readiness readiness = new Readiness(Map.of("audit_writable", auditWorks::get));
    private final ActiveQueries active = new ActiveQueries();
    private final QueryHistory history = new QueryHistory(10, Duration.ofHours(1), Clock.systemUTC());
    private final TrialEngine hanging = new TrialEngine();
    private final ObservedEngine engine = new ObservedEngine(hanging, active, List.of(history), Clock.systemUTC());
    private final List<String> ended = new ArrayList<>();
    private final MetricsHistory metricsHistory = new MetricsHistory(this::sample, 3);
    private int samples;
    private final OperationsServer server = OperationsServer.open(
            new OperationsOptions(
                    "127.0.0.1",
                    0,
                    0,
                    "hybrid",
                    "1.2.3",
                    Set.of("admin"),
                    () -> new EngineReport("process", true, false, 2, 0, 0)),
            format -> format == Exposition.Format.PROMETHEUS ? "sqe_active_queries 0.0\n" : "# EOF\n",
            readiness,
            new QueryDesk(active, history, OperationsServerTest::authenticate, () -> Set.of("admin")),
            List.of(
                    new SessionsEndpoint(OperationsServerTest::authenticate, () -> Set.of("admin"), ended::add),
                    new OverviewEndpoint(
                            OperationsServerTest::authenticate,
                            this::sample,
                            () -> new EngineReport("workers", true, false, 2, 1, 2),
                            OperationsServerTest::workers,
                            metricsHistory)),
            List.of());
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        server.close();
        metricsHistory.close();
    }

    @Test
    void metricsAreOnTheirOwnPort() throws Exception {
        HttpResponse<String> metrics =
                send(request(server.metricsPort(), "/metrics").build());
        assertThat(metrics.body()).isEqualTo("sqe_active_queries 0.0\n");
        assertThat(metrics.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(send(request(server.metricsPort(), "/api/v1/queries").build())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void probesAreAnsweredWhileOthersHoldEveryConnection() throws Exception {
        for (int port : List.of(server.metricsPort(), server.healthPort())) {
            List<Socket> silent = new ArrayList<>();
            try {
                for (int i = 0; i < 2 * OperationsServer.CONNECTIONS.connectionsMax(); i++) {
                    silent.add(new Socket(InetAddress.getLoopbackAddress(), port));
                    silent.getLast().getOutputStream().write('G');
                }
                assertThat(send(request(port, "/healthz").build()).body()).isEqualTo("ok");
            } finally {
                for (Socket socket : silent) {
                    socket.close();
                }
            }
        }
    }

    @Test
    void aRequestWithTwoLengthsIsRefused() throws Exception {
        for (int port : List.of(server.metricsPort(), server.healthPort())) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                String request = "GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));

                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                        .startsWith("HTTP/1.1 400 ");
            }
        }
    }

    private ServerSample sample() {
        samples++;
        return new ServerSample(Instant.EPOCH.plusSeconds(samples), 1, 2, 3, samples, 5, 6, 7, 8, 9);
    }

    @Test
    void metricsAreWrittenAsTheirReaderAsks() throws Exception {
        HttpResponse<String> metrics = send(request(server.metricsPort(), "/metrics")
                .header("Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5")
                .build());
        assertThat(metrics.body()).isEqualTo("# EOF\n");
        assertThat(metrics.headers().firstValue("Content-Type"))
                .hasValue("application/openmetrics-text; version=1.0.0; charset=utf-8");
    }

    @Test
    void probesAreAnsweredOnTheMetricsPortTooAndNothingElse() throws Exception {
        assertThat(send(request(server.metricsPort(), "/healthz").build()).body())
                .isEqualTo("ok");
        assertThat(send(request(server.metricsPort(), "/readyz").build()).statusCode())
                .isEqualTo(503);
        assertThat(send(request(server.metricsPort(), "/api/v1/status").build()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatTheServerDoesIsToldToWhoLogsIn() throws Exception {
        for (String path : List.of("/api/v1/overview", "/api/v1/workers", "/api/v1/metrics/history")) {
            assertThat(health(path).statusCode()).isEqualTo(401);
        }
        assertThat(as("bob", "GET", "/api/v1/overview").body())
                .contains("\"running_queries\":1,\"waiting_queries\":2,\"active_sessions\":3")
                .contains("\"workers\":{\"healthy\":1,\"total\":2}");
        assertThat(as("bob", "GET", "/api/v1/workers").body())
                .isEqualTo(
                        "{\"healthy\":1,\"total\":2,\"addresses\":[\"grpc://one:50052\",\"grpc://two:50052\"],\"workers\":["
                                + "{\"address\":\"grpc://one:50052\",\"state\":\"alive\",\"last_seen\":\"1970-01-01T00:00:00Z\","
                                + "\"running_queries\":3,\"memory_bytes\":4096,\"spilled_bytes\":0},"
                                + "{\"address\":\"grpc://two:50052\",\"state\":\"not_answering\","
                                + "\"not_answering_since\":\"1970-01-01T00:00:00Z\"}]}");
    }

    private static List<WorkerReport> workers() {
        Optional<Instant> time = Optional.of(Instant.EPOCH);
        return List.of(
                new WorkerReport(
                        "grpc://one:50052",
                        "alive",
                        time,
                        Optional.empty(),
                        3,
                        OptionalLong.of(4096),
                        OptionalLong.of(0)),
                new WorkerReport(
                        "grpc://two:50052",
                        "not_answering",
                        Optional.empty(),
                        time,
                        0,
                        OptionalLong.empty(),
                        OptionalLong.empty()));
    }

    @Test
    void historyKeepsTheLastSamplesAndNoMore() throws Exception {
        for (int i = 0; i < 5; i++) {
            metricsHistory.sample();
        }
        assertThat(as("bob", "GET", "/api/v1/metrics/history").body())
                .startsWith("{\"period_secs\":10,\"samples\":[{\"time\":\"1970-01-01T00:00:03Z\"")
                .contains("\"ended_queries\":3", "\"ended_queries\":4", "\"ended_queries\":5")
                .doesNotContain("\"ended_queries\":2");
    }

    @Test
    void livesFromTheStartAndIsReadyWhileItServesAndEveryCheckHolds() throws Exception {
        assertThat(health("/healthz").body()).isEqualTo("ok");
        assertThat(health("/readyz").statusCode()).isEqualTo(503);
        readiness.moveTo(Readiness.State.SERVING);
        assertThat(health("/readyz").statusCode()).isEqualTo(200);
        auditWorks.set(false);
        assertThat(health("/readyz").body())
                .isEqualTo(
                        "{\"status\":\"not_ready\",\"checks\":{\"initialized\":true,\"accepting_queries\":true,\"audit_writable\":false},\"failed\":[\"audit_writable\"]}");
        auditWorks.set(true);
        readiness.moveTo(Readiness.State.DRAINING);
        assertThat(health("/readyz").body()).contains("\"failed\":[\"accepting_queries\"]");
        assertThat(health("/api/v1/status").body())
                .contains("\"role\":\"hybrid\"", "\"version\":\"1.2.3\"", "\"state\":\"draining\"")
                .contains("\"engine\":{\"place\":\"process\",\"running\":true,\"standby\":false,\"restarts\":2}");
    }

    @Test
    void queriesAreShownToTheirOwnerAndToAdministratorsAlone() throws Exception {
        start("ann", "SELECT 'of ann'");
        assertThat(health("/api/v1/queries").statusCode()).isEqualTo(401);
        assertThat(as("ann", "GET", "/api/v1/queries").body()).contains("SELECT 'of ann'", "\"phase\":\"running\"");
        assertThat(as("root", "GET", "/api/v1/queries").body()).contains("SELECT 'of ann'");
        assertThat(as("bob", "GET", "/api/v1/queries").body()).isEqualTo("{\"running\":[],\"ended\":[]}");
    }

    @Test
    void oneQueryIsShownToItsOwnerAndNobodyElseIsToldOfIt() throws Exception {
        String path = "/api/v1/queries/" + start("ann", "SELECT 'of ann'");
        assertThat(as("ann", "GET", path).body()).startsWith("{\"query_id\":").contains("SELECT 'of ann'");
        assertThat(as("bob", "GET", path).statusCode()).isEqualTo(404);
        assertThat(health(path).statusCode()).isEqualTo(401);
    }

    @Test
    void onlyOwnersAndAdministratorsCancelAndOthersAreNotToldThatItExists() throws Exception {
        QueryId id = start("ann", "SELECT 1");
        String path = "/api/v1/queries/" + id;
        assertThat(as("bob", "DELETE", path).statusCode()).isEqualTo(404);
        assertThat(hanging.cancelled()).isEmpty();
        assertThat(as("ann", "DELETE", path).statusCode()).isEqualTo(202);
        assertThat(as("root", "POST", path + "/cancel").statusCode()).isEqualTo(202);
        assertThat(hanging.cancelled()).containsExactly(id, id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%20",
                "%09",
                "%00",
                "%0d%0aSet-Cookie:%20a=b",
                "..%2f..%2fqueries",
                "%2e%2e",
                "%ff",
                "no-such-one"
            })
    void anIdThatIsNoneIsOfNoQuery(String id) throws Exception {
        start("ann", "SELECT 1");
        String path = "/api/v1/queries/" + id;
        for (HttpResponse<String> answer :
                List.of(as("ann", "GET", path), as("ann", "DELETE", path), as("ann", "POST", path + "/cancel"))) {
            assertThat(answer.statusCode()).isIn(400, 404);
            assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        }
        assertThat(hanging.cancelled()).isEmpty();
    }

    @Test
    void pageOfAnotherSiteCannotCancel() throws Exception {
        QueryId id = start("ann", "SELECT 1");
        HttpRequest request = authorized("ann", "/api/v1/queries/" + id)
                .DELETE()
                .header("Origin", "https://elsewhere.example")
                .build();
        assertThat(send(request).statusCode()).isEqualTo(403);
        assertThat(hanging.cancelled()).isEmpty();
    }

    private QueryId start(String user, String sql) {
        QueryOptions options = QueryOptions.standard();
        engine.start(
                sql, new Session(new Principal(user, Set.of()), "lake", Optional.empty(), ZoneOffset.UTC), options);
        return options.id();
    }

    @Test
    void oneEndsTheOwnSessionsAndAnAdministratorAnybodys() throws Exception {
        String path = "/api/v1/sessions/revoke";
        assertThat(as("ann", "POST", path).body()).isEqualTo("{\"user\":\"ann\",\"revoked\":true}");
        assertThat(as("ann", "POST", path + "?user=bob").statusCode()).isEqualTo(403);
        assertThat(as("root", "POST", path + "?user=bob").statusCode()).isEqualTo(200);
        assertThat(send(request(server.healthPort(), path)
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build())
                        .statusCode())
                .isEqualTo(401);
        assertThat(ended).containsExactly("ann", "bob");
    }

    private static Principal authenticate(Credentials credentials) {
        if (credentials instanceof Credentials.Password(String user, String secret) && secret.equals("pw")) {
            return new Principal(user, user.equals("root") ? Set.of("admin") : Set.of());
        }
        throw new AuthenticationException(AuthenticationException.Reason.INVALID);
    }

    private HttpResponse<String> health(String path) throws IOException, InterruptedException {
        return send(request(server.healthPort(), path).build());
    }

    private HttpResponse<String> as(String user, String method, String path) throws IOException, InterruptedException {
        return send(authorized(user, path)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private HttpRequest.Builder authorized(String user, String path) {
        String pair = Base64.getEncoder().encodeToString((user + ":pw").getBytes(StandardCharsets.UTF_8));
        return request(server.healthPort(), path).header("Authorization", "Basic " + pair);
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }
}
