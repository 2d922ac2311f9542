package io.sqe.executor.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.executor.wire.BearerToken;
import io.sqe.executor.wire.EngineAction;
import io.sqe.executor.wire.WireOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.arrow.flight.Action;
import org.apache.arrow.flight.CallOption;
import org.apache.arrow.flight.FlightCallHeaders;
import org.apache.arrow.flight.FlightClient;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.HeaderCallOption;
import org.apache.arrow.flight.Location;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.types.pojo.Schema;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who may call an engine, and when its process ends. */
@Timeout(120)
class EngineProcessIT {
    private static final Duration WAIT = Duration.ofSeconds(30);

    @TempDir
    Path warehouse;

    @Test
    void onlyTheHolderOfTheTokenIsAnswered() throws Exception {
        var token = BearerToken.random();
        EngineProcess process = start(token);
        try (var calls = new Calls(process.awaitPort(WAIT))) {
            assertThat(calls.isAnswered(shown(token))).isTrue();
            assertRefused(() -> calls.isAnswered());
            assertRefused(() -> calls.isAnswered(shown(BearerToken.random())));
            assertRefused(() -> calls.read(shown(BearerToken.random())));
        } finally {
            process.kill();
        }
    }

    /** {@link Thread#getAllStackTraces} knows no virtual threads. */
    @Test
    void noVirtualThreadsCarrierIsHeldByTheProcessOutput() throws Exception {
        EngineProcess process = start(BearerToken.random());
        try {
            process.awaitPort(WAIT);
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .contains("sqe-engine-output", "sqe-engine-errors");
        } finally {
            process.kill();
        }
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FlightRuntimeException.class,
                        refused -> assertThat(refused.status().code()).isEqualTo(FlightStatusCode.UNAUTHENTICATED));
    }

    @Test
    void garbageOnThePortDisturbsNobody() throws Exception {
        var token = BearerToken.random();
        EngineProcess process = start(token);
        int port = process.awaitPort(WAIT);
        try (var calls = new Calls(port)) {
            sendGarbage(port);
            assertThat(calls.isAnswered(shown(token))).isTrue();
        } finally {
            process.kill();
        }
    }

    private static void sendGarbage(int port) throws IOException {
        byte[] garbage = "GET / HTTP/1.1\r\n\r\n\0\1\2".repeat(1000).getBytes(StandardCharsets.UTF_8);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(garbage);
            assertThat(socket.getInputStream().readAllBytes()).hasSizeLessThan(1000);
        } catch (SocketException _) {
            // Refused before all of it was sent.
        }
    }

    private EngineProcess start(BearerToken token) throws IOException {
        EngineProcessOptions options = TestProcess.options(warehouse);
        return EngineProcess.start(EngineCommand.of(options), WireOptions.encode(options.engine(), token));
    }

    private static CallOption shown(BearerToken token) {
        var headers = new FlightCallHeaders();
        headers.insert(BearerToken.HEADER, token.header());
        return new HeaderCallOption(headers);
    }

    @Test
    void anEngineEndsWithItsParentHoweverThatEnds()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        List<String> command = new ArrayList<>(EngineCommand.of(TestProcess.options(warehouse)));
        command.removeLast();
        command.addAll(List.of(Parent.class.getName(), warehouse.toString()));
        Process parent = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var told = new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            ProcessHandle engine =
                    ProcessHandle.of(Long.parseLong(told.readLine())).orElseThrow();
            assertThat(engine.isAlive()).isTrue();

            parent.destroyForcibly();

            assertThat(engine.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
        } finally {
            parent.destroyForcibly();
        }
    }

    /** Calls of whoever found the port. */
    private record Calls(RootAllocator allocator, FlightClient client) implements AutoCloseable {
        Calls(int port) {
            this(new RootAllocator(), port);
        }

        private Calls(RootAllocator allocator, int port) {
            this(
                    allocator,
                    FlightClient.builder(allocator, Location.forGrpcInsecure("127.0.0.1", port))
                            .build());
        }

        boolean isAnswered(CallOption... options) {
            return client.doAction(new Action(EngineAction.PROGRESS.name(), new byte[0]), options)
                    .hasNext();
        }

        Schema read(CallOption... options) {
            return client.getStream(new Ticket(new byte[0]), options).getSchema();
        }

        @Override
        public void close() {
            try {
                client.close();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            allocator.close();
        }
    }

    /** A program that has an engine, says which process that is, and waits to be killed. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (var test = TestProcess.over(Path.of(arguments[0]))) {
                test.rows(Plans.ONE);
                System.out.println(TestProcess.engine().pid());
                Thread.currentThread().join();
            }
        }
    }
}
