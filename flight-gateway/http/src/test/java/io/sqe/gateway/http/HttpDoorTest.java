package io.sqe.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client may not do to a port that has the door. */
final class HttpDoorTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final int STEP_MILLIS = 20;
    private static final String GET = "GET /hello HTTP/1.1\r\nHost: x\r\n";
    private static final String POST = "POST /unread HTTP/1.1\r\nHost: x\r\n";
    private static final String READ = "POST /read HTTP/1.1\r\nHost: x\r\n";

    private WebServer open(ConnectionLimits limits) {
        WebServerConfig.Builder listener = WebServer.builder()
                .host("127.0.0.1")
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ZERO)
                .routing(HttpRouting.builder()
                        .get("/hello", (_, response) -> response.send("ok"))
                        .post("/unread", (_, response) -> response.send("ok"))
                        .post("/read", (request, response) -> {
                            int _ = request.content().as(String.class).length();
                            response.send("ok");
                        }));
        HttpDoor.before(listener, Http1Config.create(), limits);
        return listener.build().start();
    }

    @Test
    void aHeadThatTricklesIsCutOff() {
        WebServer server = open(new ConnectionLimits(8, LONG, SHORT, LONG, LONG, LONG));
        try (RawClient slow = RawClient.to(server.port());
                RawClient honest = RawClient.to(server.port())) {
            slow.trickle(GET + "A: " + "x".repeat(500), STEP_MILLIS);
            assertThat(slow.answer()).isIn("", "hung up");

            honest.send(GET + "\r\n");
            assertThat(honest.answer()).startsWith("HTTP/1.1 200 ");
        } finally {
            server.stop();
        }
    }

    @Test
    void aBodyThatTricklesIsCutOff() {
        WebServer server = open(new ConnectionLimits(8, LONG, LONG, SHORT, LONG, LONG));
        try (RawClient slow = RawClient.to(server.port())) {
            slow.send(READ + "Content-Length: 600\r\n\r\n");
            slow.trickle("x".repeat(500), STEP_MILLIS);
            assertThat(slow.answer()).isIn("", "hung up");
        } finally {
            server.stop();
        }
    }

    @Test
    void whoeverStopsHalfwayOrNeverBeginsIsCutOff() {
        WebServer server = open(new ConnectionLimits(8, LONG, SHORT, LONG, LONG, SHORT));
        try (RawClient stopped = RawClient.to(server.port());
                RawClient silent = RawClient.to(server.port())) {
            stopped.send(GET);
            assertThat(stopped.answer()).isEmpty();
            assertThat(silent.answer()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void aBodyMayTakeLongerThanAHead() {
        WebServer server = open(new ConnectionLimits(8, LONG, SHORT, LONG, LONG, LONG));
        try (RawClient slow = RawClient.to(server.port())) {
            slow.send(READ + "Content-Length: 30\r\n\r\n");
            slow.trickle("x".repeat(30), STEP_MILLIS);
            assertThat(slow.answer()).startsWith("HTTP/1.1 200 ");
        } finally {
            server.stop();
        }
    }

    @Test
    void betweenRequestsAClientMayTakeItsTime() {
        WebServer server = open(new ConnectionLimits(8, LONG, SHORT, LONG, LONG, LONG));
        try (RawClient kept = RawClient.to(server.port())) {
            for (int request = 0; request < 3; request++) {
                kept.send(POST + "Content-Length: 5\r\n\r\n");
                assertThat(kept.answer()).startsWith("HTTP/1.1 200 ");
                kept.send("later");
                assertThat(kept.isQuietFor(400)).isTrue();
            }
            kept.send(GET + "\r\n" + GET + "\r\n");
            assertThat(kept.answer()).startsWith("HTTP/1.1 200 ");
            assertThat(kept.answer()).startsWith("HTTP/1.1 200 ");
        } finally {
            server.stop();
        }
    }

    @Test
    void connectionsOnWhichNothingHappensKeepNobodyOut() {
        WebServer server = open(new ConnectionLimits(4, LONG, LONG, LONG, LONG, LONG));
        List<RawClient> silent = new ArrayList<>();
        try (RawClient kept = RawClient.to(server.port())) {
            for (int i = 0; i < 20; i++) {
                silent.add(RawClient.to(server.port()));
                silent.getLast().send("G");
            }
            try (RawClient honest = RawClient.to(server.port())) {
                honest.send(GET + "\r\n");
                assertThat(honest.answer()).startsWith("HTTP/1.1 200 ");
            }
            assertThat(kept.answer()).isIn("", "hung up");
        } finally {
            silent.forEach(RawClient::close);
            server.stop();
        }
    }
}
