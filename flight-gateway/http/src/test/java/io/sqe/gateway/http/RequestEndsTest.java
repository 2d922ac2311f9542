package io.sqe.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that end in one place for a proxy and in another for the server. */
final class RequestEndsTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final long BODY_BYTES_MAX = 1_000;
    private static final String GET = "GET /hello HTTP/1.1\r\nHost: x\r\n";
    private static final String READ = "POST /read HTTP/1.1\r\nHost: x\r\n";
    private static final String SMUGGLED = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";

    private final List<String> smuggled = new ArrayList<>();
    private WebServer server = WebServer.builder().build();

    @BeforeEach
    void open() {
        WebServerConfig.Builder listener = WebServer.builder()
                .host("127.0.0.1")
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ZERO)
                .maxPayloadSize(BODY_BYTES_MAX)
                .routing(HttpRouting.builder()
                        .get("/hello", (_, response) -> response.send("ok"))
                        .post("/unread", (_, response) -> response.send("ok"))
                        .post("/read", RequestEndsTest::read)
                        .post("/forgiving", RequestEndsTest::readWhatever)
                        .get("/smuggled", (_, response) -> {
                            smuggled.add("reached");
                            response.send("ok");
                        }));
        HttpDoor.before(listener, Http1Config.create(), new ConnectionLimits(8, LONG, LONG, LONG, LONG, LONG));
        server = listener.build().start();
    }

    @AfterEach
    void close() {
        server.stop();
    }

    private static void read(ServerRequest request, ServerResponse response) {
        int _ = request.content().as(String.class).length();
        response.send("ok");
    }

    /** As who handles all faults alike. */
    private static void readWhatever(ServerRequest request, ServerResponse response) {
        try {
            int _ = request.content().as(String.class).length();
        } catch (RuntimeException whatever) {
            // Nothing that a reader of the body should have to know of.
        }
        response.send("ok");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 0\r\nContent-Length: 40",
                "Content-Length: 0\r\ncontent-length: 0",
                "Content-Length: 0, 40",
                "Content-Length: +0",
                "Content-Length: 0x0",
                "Content-Length: ",
                "Content-Length: 99999999999999999999",
                "Transfer-Encoding: chunked\r\nContent-Length: 40",
                "Content-Length: 40\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: ",
                "Transfer-Encoding : chunked",
                " Transfer-Encoding: chunked"
            })
    void aRequestWhoseEndIsInDoubtIsRefusedWithWhatFollows(String framing) {
        try (RawClient client = RawClient.to(server.port())) {
            client.send(READ + framing + "\r\n\r\n0\r\n\r\n" + SMUGGLED);

            assertThat(client.answer()).startsWith("HTTP/1.1 400 ");
            assertThat(smuggled).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 2\r\n\r\nhi", "Transfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n"})
    void aRequestWithOneEndIsFollowedByTheNext(String body) {
        try (RawClient client = RawClient.to(server.port())) {
            client.send(READ + body + GET + "\r\n");

            assertThat(client.answer()).startsWith("HTTP/1.1 200 ");
            assertThat(client.answer()).startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2\r\nhiXX0\r\n\r\n",
                "2\r\nhi0\r\n\r\n",
                "2\r\nhi\n\n0\r\n\r\n",
                "2\r\nhi\r\r0\r\n\r\n",
                "+2\r\nhi\r\n0\r\n\r\n",
                "0x2\r\nhi\r\n0\r\n\r\n",
                "2 \r\nhi\r\n0\r\n\r\n",
                "2;x=y\r\nhi\r\n0\r\n\r\n",
                "2\nhi\r\n0\r\n\r\n",
                "\r\n0\r\n\r\n",
                "ffffffff\r\n0\r\n\r\n",
                "000000002\r\nhi\r\n0\r\n\r\n",
                "0\r\nTrailer: x\r\n\r\n",
                "0\r\n0\r\n\r\n"
            })
    void aChunkWhoseEndIsInDoubtIsRefusedWithWhatFollows(String body) {
        for (String path : List.of("/read", "/unread", "/forgiving")) {
            try (RawClient client = RawClient.to(server.port())) {
                client.send("POST " + path + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + body
                        + SMUGGLED);

                assertThat(client.rest()).as(path).isNotEmpty();
                assertThat(smuggled).as(path).isEmpty();
            }
        }
        try (RawClient client = RawClient.to(server.port())) {
            client.send(READ + "Transfer-Encoding: chunked\r\n\r\n" + body + SMUGGLED);
            assertThat(client.rest()).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void nothingFollowsARequestThatIsToBeTheLast() {
        try (RawClient client = RawClient.to(server.port())) {
            client.send(GET + "Connection: close\r\n\r\n");

            assertThat(client.rest()).startsWith("HTTP/1.1 200 ").endsWith("ok");
        }
    }

    /** What is left of such a body is no request, whoever has answered. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 2000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n7d0\r\n0\r\n\r\n"})
    void aBodyThatIsTooLargeIsNotReadForRequests(String body) {
        for (String path : List.of("/read", "/unread", "/forgiving")) {
            try (RawClient client = RawClient.to(server.port())) {
                client.send("POST " + path + " HTTP/1.1\r\nHost: x\r\n" + body + SMUGGLED);

                assertThat(client.rest()).as(path).isNotEmpty();
                assertThat(smuggled).as(path).isEmpty();
            }
        }
    }

    @Test
    void aChunkLengthWithoutEndIsNotCollected() {
        try (RawClient client = RawClient.to(server.port())) {
            client.send(READ + "Transfer-Encoding: chunked\r\n\r\n" + "0".repeat(100));
            assertThat(client.rest()).startsWith("HTTP/1.1 400 ");
        }
    }

    /** Who expects to be told to go on may do so unasked; then the body is still no request. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 37", "Transfer-Encoding: chunked"})
    void aBodyThatComesBeforeItIsAskedForIsABody(String framing) {
        String sent =
                framing.startsWith("C") ? SMUGGLED : "%x\r\n%s\r\n0\r\n\r\n".formatted(SMUGGLED.length(), SMUGGLED);
        try (RawClient client = RawClient.to(server.port())) {
            client.send("POST /unread HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n" + framing + "\r\n\r\n" + sent);
            client.send(GET + "Connection: close\r\n\r\n");

            assertThat(client.rest()).contains("HTTP/1.1 200 ");
            assertThat(smuggled).isEmpty();
        }
    }
}
