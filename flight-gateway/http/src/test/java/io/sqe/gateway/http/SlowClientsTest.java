package io.sqe.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.sqe.gateway.tls.testing.TestCertificate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that do not get on with TLS, or do not read what they asked for. */
final class SlowClientsTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final int STEP_MILLIS = 20;
    private static final int LARGE_BYTES = 32 << 20;
    private static final int PLACES = 4;
    private static final String GET = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";

    /** The beginning of a handshake's first message, which says that 256 bytes follow. */
    private static final String HELLO = "\u0016\u0003\u0001\u0001\u0000";

    @TempDir
    private static Path folder;

    private static SSLContext keys;

    private final CountDownLatch sent = new CountDownLatch(1);

    @BeforeAll
    static void make() throws Exception {
        keys = TestCertificate.make(folder, "localhost").context();
    }

    enum Sealing {
        PLAIN,
        TLS
    }

    private WebServer open(Sealing sealing, ConnectionLimits limits) {
        WebServerConfig.Builder listener = WebServer.builder()
                .host("127.0.0.1")
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ZERO)
                .routing(HttpRouting.builder()
                        .get("/hello", (_, response) -> response.send("ok"))
                        .get("/large", (_, response) -> sendLarge(response)));
        HttpDoor.before(listener, Http1Config.create(), limits);
        if (sealing == Sealing.TLS) {
            listener.tls(Tls.builder().sslContext(keys).build());
        }
        return listener.build().start();
    }

    private void sendLarge(ServerResponse response) {
        try {
            response.send(new byte[LARGE_BYTES]);
        } finally {
            sent.countDown();
        }
    }

    private static RawClient client(Sealing sealing, WebServer server) {
        return switch (sealing) {
            case PLAIN -> RawClient.to(server.port());
            case TLS -> RawClient.sealed(server.port(), keys);
        };
    }

    @Test
    void aHandshakeThatTricklesIsCutOff() {
        WebServer server = open(Sealing.TLS, new ConnectionLimits(PLACES, SHORT, LONG, LONG, LONG, LONG));
        try (RawClient slow = RawClient.to(server.port());
                RawClient honest = client(Sealing.TLS, server)) {
            slow.send(HELLO);
            slow.trickle("\u0001".repeat(255), STEP_MILLIS);
            assertThat(slow.rest().length()).isLessThan(100);

            honest.send(GET);
            assertThat(honest.answer()).startsWith("HTTP/1.1 200 ");
        } finally {
            server.stop();
        }
    }

    @Test
    void handshakesThatFailOrNeverEndKeepNobodyOut() {
        WebServer server = open(Sealing.TLS, new ConnectionLimits(PLACES, LONG, LONG, LONG, LONG, LONG));
        List<RawClient> strangers = new ArrayList<>();
        try {
            for (int i = 0; i < 3 * PLACES; i++) {
                try (RawClient plain = RawClient.to(server.port())) {
                    plain.send(GET);
                    assertThat(plain.rest()).doesNotStartWith("HTTP");
                }
                strangers.add(RawClient.to(server.port()));
            }
            try (RawClient honest = client(Sealing.TLS, server)) {
                honest.send(GET);
                assertThat(honest.answer()).startsWith("HTTP/1.1 200 ");
            }
        } finally {
            strangers.forEach(RawClient::close);
            server.stop();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoNeverReadsItsAnswerIsCutOff(Sealing sealing) throws Exception {
        WebServer server = open(sealing, new ConnectionLimits(PLACES, LONG, LONG, LONG, SHORT, LONG));
        try (RawClient deaf = client(sealing, server)) {
            deaf.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(sent.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(deaf.received()).isLessThan(LARGE_BYTES);
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @EnumSource
    void thoseWhoNeverReadTheirAnswersMakeRoomForOthers(Sealing sealing) {
        WebServer server = open(sealing, new ConnectionLimits(PLACES, LONG, LONG, LONG, LONG, LONG));
        List<RawClient> deaf = new ArrayList<>();
        try {
            for (int i = 0; i < PLACES; i++) {
                deaf.add(client(sealing, server));
                deaf.getLast().send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
                deaf.getLast().awaitFirstByte();
            }
            try (RawClient honest = client(sealing, server)) {
                honest.send(GET);
                assertThat(honest.answer()).startsWith("HTTP/1.1 200 ");
            }
        } finally {
            deaf.forEach(RawClient::close);
            server.stop();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoReadsGetsAll(Sealing sealing) {
        WebServer server = open(sealing, new ConnectionLimits(PLACES, LONG, LONG, LONG, SHORT, LONG));
        try (RawClient reader = client(sealing, server)) {
            reader.send("GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(reader.received()).isGreaterThan(LARGE_BYTES);
        } finally {
            server.stop();
        }
    }
}
