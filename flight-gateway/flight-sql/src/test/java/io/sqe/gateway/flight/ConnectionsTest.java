package io.sqe.gateway.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.gateway.flight.limit.ConnectionLimits;
import io.sqe.gateway.flight.limit.FlightLimits;
import io.sqe.gateway.flight.testing.Connected;
import io.sqe.gateway.flight.testing.LiveServer;
import io.sqe.gateway.flight.testing.TwoUsers;
import io.sqe.gateway.tls.testing.TestCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.arrow.flight.FlightClient;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.Location;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections that are none, are slow on purpose, or are not allowed. */
final class ConnectionsTest {
    private static final int PATIENCE_MILLIS = 30_000;

    @TempDir
    private static Path folder;

    private static TestCertificate keys;
    private static LiveServer plain;
    private static LiveServer sealed;

    @BeforeAll
    static void open() throws Exception {
        keys = TestCertificate.make(folder, "localhost");
        FlightLimits impatient =
                FlightLimits.standard().with(ConnectionLimits.standard().withHandshake(Duration.ofMillis(500)));
        plain = LiveServer.open(FlightSqlOptions.loopback().withLimits(impatient));
        sealed = LiveServer.open(FlightSqlOptions.loopback()
                .withTls(new FlightSqlOptions.Tls(keys.keys(), List.of(keys.certificate()))));
    }

    @AfterAll
    static void close() {
        plain.close();
        sealed.close();
    }

    @Test
    void garbageEndsItsConnectionAndNoOther() throws IOException {
        byte[] garbage = new byte[4_096];
        new Random(3).nextBytes(garbage);
        try (Connected ada = Connected.to(plain, "ada")) {
            assertThat(isClosedAfter(garbage)).isTrue();
            assertThat(isClosedAfter("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))
                    .isTrue();
            assertThat(ada.rows("SELECT 1")).containsExactly(List.of("1"));
        }
    }

    @Test
    void whoDoesNotFinishTheHandshakeIsCutOff() throws IOException {
        assertThat(isClosedAfter("PRI * HTTP/2.0\r\n".getBytes(StandardCharsets.US_ASCII)))
                .isTrue();
        assertThat(isClosedAfter(new byte[0])).isTrue();
    }

    /** Whether the service ends the connection, having been sent some bytes and no more. */
    private static boolean isClosedAfter(byte[] bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), plain.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            while (socket.getInputStream().read() >= 0) {
                // Settings and the reason, until the end.
            }
            return true;
        } catch (java.net.SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void oneMoreThanThereMayBeIsClosedAtOnceAndRoomIsUsedAgain() throws IOException {
        FlightLimits three =
                FlightLimits.standard().with(ConnectionLimits.standard().withConnectionsMax(3));
        try (LiveServer small = LiveServer.open(FlightSqlOptions.loopback().withLimits(three));
                Connected ada = Connected.to(small, "ada")) {
            Socket silent = new Socket(InetAddress.getLoopbackAddress(), small.port());
            try (silent;
                    Socket third = new Socket(InetAddress.getLoopbackAddress(), small.port());
                    Socket fourth = new Socket(InetAddress.getLoopbackAddress(), small.port())) {
                assertThat(isAnswered(third)).isTrue();
                assertThat(isAnswered(fourth)).isFalse();
                assertThat(ada.rows("SELECT 1")).containsExactly(List.of("1"));
            }
            awaitRoom(small);
        }
    }

    /** Whether the service says something: HTTP/2 begins with its settings. */
    private static boolean isAnswered(Socket socket) {
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
            return socket.getInputStream().read() >= 0;
        } catch (IOException closed) {
            return false;
        }
    }

    private static void awaitRoom(LiveServer full) throws IOException {
        boolean isRoom = false;
        long deadline = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
        while (!isRoom && System.nanoTime() < deadline) {
            try (Socket next = new Socket(InetAddress.getLoopbackAddress(), full.port())) {
                isRoom = isAnswered(next);
            }
        }
        assertThat(isRoom).isTrue();
    }

    @Test
    void tlsAndPlainTextDoNotMeet() throws IOException {
        try (SSLSocket socket = (SSLSocket)
                SSLSocketFactory.getDefault().createSocket(InetAddress.getLoopbackAddress(), plain.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            assertThatThrownBy(socket::startHandshake).isInstanceOfAny(SSLException.class, IOException.class);
        }
        Location insecure = Location.forGrpcInsecure("127.0.0.1", sealed.port());
        try (RootAllocator allocator = new RootAllocator();
                Client client =
                        new Client(FlightClient.builder(allocator, insecure).build())) {
            assertThatThrownBy(client::login)
                    .isInstanceOfSatisfying(
                            FlightRuntimeException.class,
                            failure -> assertThat(failure.status().code()).isEqualTo(FlightStatusCode.UNAVAILABLE));
        }
    }

    @Test
    void onlyClientsWithACertificateComeInWhereOneIsAskedFor() throws Exception {
        Location location = Location.forGrpcTls("localhost", sealed.port());
        try (RootAllocator allocator = new RootAllocator();
                Client nobody = new Client(FlightClient.builder(allocator, location)
                        .useTls()
                        .trustedCertificates(bytes(keys.certificatePem()))
                        .build());
                Client known = new Client(FlightClient.builder(allocator, location)
                        .useTls()
                        .trustedCertificates(bytes(keys.certificatePem()))
                        .clientCertificate(bytes(keys.certificatePem()), bytes(keys.keyPem()))
                        .build())) {
            assertThatThrownBy(nobody::login).isInstanceOf(FlightRuntimeException.class);
            assertThat(known.login()).isPresent();
        }
    }

    private static InputStream bytes(String pem) {
        return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
    }

    /** A client that closes without a checked exception. */
    private record Client(FlightClient flight) implements AutoCloseable {
        Optional<?> login() {
            return flight.authenticateBasicToken("ada", TwoUsers.PASSWORD);
        }

        @Override
        public void close() {
            Connected.closed(flight);
        }
    }
}
