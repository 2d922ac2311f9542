package io.sqe.gateway.flight;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.sqe.gateway.flight.testing.Connected;
import io.sqe.gateway.flight.testing.LiveServer;
import io.sqe.gateway.flight.testing.TwoUsers;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are no protobuf: the client is told so, and nobody else. */
final class IllegibleMessagesTest {
    private static final Logger GRPC = Logger.getLogger("io.grpc");
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    /** Fields that say they are longer than the message, of Flight's data as of everything else. */
    private static final byte[] ILLEGIBLE = {(byte) 0x0a, (byte) 0x7f, 1, (byte) 0x12, (byte) 0x7f};

    /** A header of a record batch that says it is as long as an array can be said to be. */
    private static final byte[] TWO_GIGABYTES = {(byte) 0x12, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 7};

    private static LiveServer server;
    private static ManagedChannel channel;

    @BeforeAll
    static void open() {
        server = LiveServer.open(FlightSqlOptions.loopback());
        channel = NettyChannelBuilder.forAddress("127.0.0.1", server.port())
                .usePlaintext()
                .build();
    }

    @AfterAll
    static void close() {
        channel.shutdownNow();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GetFlightInfo", "PollFlightInfo", "GetSchema", "ListFlights", "DoGet", "DoAction", "DoPut"})
    void isRefusedWithoutALineInTheLog(String method) throws Exception {
        try (LoggedByGrpc logged = new LoggedByGrpc();
                Connected ada = Connected.to(server, "ada")) {
            Status status = answer(method, ILLEGIBLE);

            assertThat(status.getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(status.getDescription()).contains("cannot be read");
            assertThat(ada.rows("SELECT 1")).containsExactly(List.of("1"));
            assertThat(logged.records).isEmpty();
        }
    }

    @Test
    void noMemoryIsTakenForAFieldThatIsNotThere() throws Exception {
        assertThat(answer("DoPut", TWO_GIGABYTES).getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    private static Status answer(String method, byte[] message) throws Exception {
        ClientCall<byte[], byte[]> call = channel.newCall(
                MethodDescriptor.newBuilder(new Bytes(), new Bytes())
                        .setType(MethodType.BIDI_STREAMING)
                        .setFullMethodName("arrow.flight.protocol.FlightService/" + method)
                        .build(),
                CallOptions.DEFAULT);
        Metadata headers = new Metadata();
        String ada = "ada:" + TwoUsers.PASSWORD;
        headers.put(AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(ada.getBytes(StandardCharsets.UTF_8)));
        CompletableFuture<Status> end = new CompletableFuture<>();
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        end.complete(status);
                    }
                },
                headers);
        call.request(1);
        call.sendMessage(message);
        call.halfClose();
        return end.get(30, TimeUnit.SECONDS);
    }

    /** Bytes as they are. */
    private static final class Bytes implements Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] bytes) {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public byte[] parse(InputStream bytes) {
            return new byte[0];
        }
    }

    /** What gRPC says of exceptions that nobody caught. */
    private static final class LoggedByGrpc extends Handler implements AutoCloseable {
        private final ConcurrentLinkedQueue<LogRecord> records = new ConcurrentLinkedQueue<>();

        LoggedByGrpc() {
            GRPC.addHandler(this);
        }

        @Override
        public void publish(LogRecord line) {
            if (line.getThrown() != null) {
                records.add(line);
            }
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            GRPC.removeHandler(this);
        }
    }
}
