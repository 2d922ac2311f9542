package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandStatementQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bytes that no client sends which means well, to every port of a real server. */
@Timeout(600)
class HostileConnectionsIT {
    private static final String SERVICE = "/arrow.flight.protocol.FlightService/";
    private static final String INFO = SERVICE + "GetFlightInfo";
    private static final String SECRET = "SQE_COORDINATOR__WORKER_SECRET=0123456789abcdef-of-this-test";
    private static final String OWN_LINE = "INJECTED";
    private static final String INVALID_ARGUMENT = "grpc-status\u00013";
    private static final String UNAUTHENTICATED = "grpc-status\u000216";

    @TempDir
    Path folder;

    @Test
    void pingsSettingsAndCallsThatAreBrokenOffEndTheirConnectionAndNoOther() throws Exception {
        try (ServerProgram server = ServerProgram.start(folder);
                FlightCalls ann = FlightCalls.to(server)) {
            try (RawHttp2 pinging = RawHttp2.to(server.flightPort())) {
                assertThat(pinging.goneAfterPings(50)).hasValue(RawHttp2.ENHANCE_YOUR_CALM);
            }
            try (RawHttp2 resetting = RawHttp2.to(server.flightPort())) {
                assertThat(resetting.goneAfterResets(5_000, INFO)).hasValue(RawHttp2.ENHANCE_YOUR_CALM);
            }
            try (RawHttp2 changing = RawHttp2.to(server.flightPort())) {
                assertThat(changing.isGoneAfterSettings(20_000_000)).isTrue();
            }
            assertThat(ann.value("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aWorkerKnowsTheSame() throws Exception {
        Files.createDirectories(folder.resolve("warehouse"));
        try (ServerProgram worker = ServerProgram.start(folder, SECRET, "SQE_MODE=worker")) {
            try (RawHttp2 pinging = RawHttp2.to(worker.workerPort())) {
                assertThat(pinging.goneAfterPings(50)).hasValue(RawHttp2.ENHANCE_YOUR_CALM);
            }
            try (RawHttp2 resetting = RawHttp2.to(worker.workerPort())) {
                assertThat(resetting.goneAfterResets(20_000, SERVICE + "DoGet")).hasValue(RawHttp2.ENHANCE_YOUR_CALM);
            }
            try (RawHttp2 stranger = RawHttp2.to(worker.workerPort())) {
                assertThat(stranger.answer(SERVICE + "DoGet", Map.of(), new byte[0]))
                        .contains(UNAUTHENTICATED);
            }
        }
    }

    @Test
    void headersThatAreNoneAreRefusedAndBeginNoLineInLogOrAudit() throws Exception {
        AuditFile audit = AuditFile.in(folder);
        try (ServerProgram server = ServerProgram.start(folder, audit.setting());
                FlightCalls ann = FlightCalls.to(server)) {
            for (String value : new String[] {"dbt\r\n" + OWN_LINE, "dbt\n" + OWN_LINE, "dbt\0", "dbt\u001b[2J"}) {
                assertThat(asked(server, Map.of("x-sqe-source", value.getBytes(StandardCharsets.US_ASCII))))
                        .as(value)
                        .contains(INVALID_ARGUMENT);
            }
            assertThat(asked(server, Map.of("traceparent", ("00\n" + OWN_LINE).getBytes(StandardCharsets.US_ASCII))))
                    .contains(INVALID_ARGUMENT);
            assertThat(asked(server, Map.of("authorization", basic("bob\r\n" + OWN_LINE + ":x"))))
                    .contains(UNAUTHENTICATED);
            assertThat(asked(server, Map.of("x-sqe-source", new byte[] {(byte) 0xff, (byte) 0xfe})))
                    .contains("grpc-status\u00010");
            assertThat(isTooMuch(server, Map.of("x".repeat(60_000), new byte[1])))
                    .isTrue();
            assertThat(isTooMuch(server, many(20_000))).isTrue();
            assertThat(ann.value("SELECT 1")).isEqualTo("1");
            assertThat(server.terminate()).isZero();
            assertThat(server.log()).noneMatch(line -> line.startsWith(OWN_LINE));
        }
        assertThat(audit.entries()).isNotEmpty();
    }

    /** The server may hang up before it has all headers, and what it said may be lost then. */
    private static boolean isTooMuch(ServerProgram server, Map<String, byte[]> headers) throws IOException {
        try {
            return asked(server, headers).contains("Header size exceeded");
        } catch (SocketException | EOFException hungUp) {
            return true;
        }
    }

    private static Map<String, byte[]> many(int count) {
        Map<String, byte[]> headers = new HashMap<>();
        for (int i = 0; i < count; i++) {
            headers.put("x-" + i, new byte[] {'v'});
        }
        return headers;
    }

    private static byte[] basic(String userAndPassword) {
        String encoded = Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
        return ("Basic " + encoded).getBytes(StandardCharsets.US_ASCII);
    }

    /** The answer to a query with some headers. */
    private static String asked(ServerProgram server, Map<String, byte[]> headers) throws IOException {
        Map<String, byte[]> all = new HashMap<>(Map.of("authorization", basic("bob:x")));
        all.putAll(headers);
        CommandStatementQuery query =
                CommandStatementQuery.newBuilder().setQuery("SELECT 1").build();
        ByteBuffer descriptor =
                FlightDescriptor.command(Any.pack(query).toByteArray()).serialize();
        byte[] message = new byte[descriptor.remaining()];
        descriptor.get(message);
        try (RawHttp2 call = RawHttp2.to(server.flightPort())) {
            return call.answer(INFO, all, message);
        }
    }

    @Test
    void messagesThatSayNothingAreRefusedAtOnce() throws Exception {
        Map<String, byte[]> bob = Map.of("authorization", basic("bob:x"));
        try (ServerProgram server = ServerProgram.start(folder)) {
            for (String method :
                    new String[] {"GetFlightInfo", "PollFlightInfo", "GetSchema", "DoGet", "DoAction", "DoPut"}) {
                try (RawHttp2 call = RawHttp2.to(server.flightPort())) {
                    assertThat(call.answer(SERVICE + method, bob, new byte[0]))
                            .as(method)
                            .contains(INVALID_ARGUMENT);
                }
            }
        }
    }

    @Test
    void requestsThatAreNoneAreRefusedOnEveryHttpPort() throws Exception {
        AuditFile audit = AuditFile.in(folder);
        try (ServerProgram server = ServerProgram.start(folder, audit.setting())) {
            for (int port : new int[] {server.trinoPort(), server.metricsPort(), server.metricsPort() + 1}) {
                for (String header : new String[] {
                    "X-Trino-Source: a\n" + OWN_LINE + ": b",
                    "X-Trino-Source: a\r" + OWN_LINE,
                    "X-Trino-Source: a\0b",
                    "X-Trino-Source: a\u001b[2J",
                    "A b: c",
                    "A".repeat(300_000) + ": b",
                    "A: b\r\n".repeat(50_000) + "A: b"
                }) {
                    assertThat(statusOf(port, header))
                            .as(port + " " + header.substring(0, 4))
                            .startsWith("HTTP/1.1 400 ");
                }
            }
            assertThat(server.health("/healthz")).isEqualTo("ok");
            assertThat(server.terminate()).isZero();
            assertThat(server.log()).noneMatch(line -> line.startsWith(OWN_LINE));
        }
        assertThat(audit.entries()).isNotEmpty();
    }

    private static String statusOf(int port, String header) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET /v1/info HTTP/1.1\r\nHost: x\r\nX-Trino-User: bob\r\n" + header + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readNBytes(64), StandardCharsets.ISO_8859_1);
        } catch (IOException hungUp) {
            return "HTTP/1.1 400 hung up";
        }
    }
}
