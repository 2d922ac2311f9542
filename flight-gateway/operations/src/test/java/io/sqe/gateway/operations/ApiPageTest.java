package io.sqe.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.http.Method;
import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.identity.Authenticator;
import io.sqe.gateway.observation.ActiveQueries;
import io.sqe.gateway.observation.QueryHistory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The reference page of the API, and what it says of who is answered. */
final class ApiPageTest {
    private static final Path PAGE = Path.of("../../docs/reference/api.md");
    private static final Authenticator STRICT = _ -> {
        throw new AuthenticationException(AuthenticationException.Reason.MISSING);
    };
    private static final EngineReport ENGINE = new EngineReport("embedded", true, false, 0, 0, 0);
    private static final ServerSample SAMPLE = new ServerSample(Instant.EPOCH, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private final OperationsOptions options =
            new OperationsOptions("127.0.0.1", 0, 0, "coordinator", "1", Set.of(), () -> ENGINE);
    private final Readiness readiness = new Readiness(Map.of());
    private final QueryDesk desk = new QueryDesk(
            new ActiveQueries(), new QueryHistory(1, Duration.ofHours(1), Clock.systemUTC()), STRICT, Set::of);
    private final List<ApiEndpoint> more = List.of(
            new OverviewEndpoint(STRICT, () -> SAMPLE, () -> ENGINE, List::of, new MetricsHistory(() -> SAMPLE, 1)),
            new SessionsEndpoint(STRICT, Set::of, _ -> {}));

    private List<ApiRoute> routes() {
        return OperationsServer.routes(List.of(
                new StatusService(options, readiness, desk),
                new QueriesService(desk),
                more.getFirst(),
                more.getLast()));
    }

    @Test
    void thePageListsEveryRouteThereIsAndNoOther() throws Exception {
        assertThat(Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| `")))
                .containsExactlyElementsOf(
                        routes().stream().map(ApiPageTest::line).toList());
    }

    private static String line(ApiRoute route) {
        return "| `%s %s` | %s |"
                .formatted(
                        route.method().text(),
                        route.path(),
                        route.access().name().toLowerCase(Locale.ROOT));
    }

    @Test
    void thePageShowsWhatEveryRouteAnswers() throws Exception {
        String page = Files.readString(PAGE);
        assertThat(routes())
                .allSatisfy(route -> assertThat(page)
                        .containsPattern("(?m)^#.*`%s %s`"
                                .formatted(route.method().text(), route.path().replace("{", "\\{"))));
    }

    @Test
    void whoIsNobodyIsToldOnlyWhatThePageSaysIsForAnybody() throws Exception {
        OperationsServer server = OperationsServer.open(options, _ -> "", readiness, desk, more, List.of());
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (ApiRoute route : routes()) {
                boolean refused = status(client, server.healthPort(), route.method(), route.path()) == 401;
                assertThat(refused).as(line(route)).isEqualTo(route.access() == ApiRoute.Access.SOMEBODY);
            }
        } finally {
            server.close();
        }
    }

    private static int status(HttpClient client, int port, Method method, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:%d%s".formatted(port, path.replace("{id}", "q1")));
        return client.send(
                        HttpRequest.newBuilder(uri)
                                .method(method.text(), BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }
}
