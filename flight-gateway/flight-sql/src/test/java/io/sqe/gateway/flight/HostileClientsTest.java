package io.sqe.gateway.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.sqe.gateway.failure.CallRefusedException;
import io.sqe.gateway.flight.limit.FlightLimits;
import io.sqe.gateway.flight.limit.HeldLimits;
import io.sqe.gateway.flight.limit.MessageLimits;
import io.sqe.gateway.flight.limit.WorkLimits;
import io.sqe.gateway.flight.statement.OpenResult;
import io.sqe.gateway.flight.statement.PolledQueries;
import io.sqe.gateway.flight.statement.PolledQueries.Polled;
import io.sqe.gateway.flight.testing.Connected;
import io.sqe.gateway.flight.testing.LiveServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.apache.arrow.flight.Action;
import org.apache.arrow.flight.CallHeaders;
import org.apache.arrow.flight.CancelFlightInfoRequest;
import org.apache.arrow.flight.CancelStatus;
import org.apache.arrow.flight.CloseSessionRequest;
import org.apache.arrow.flight.FlightCallHeaders;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.GetSessionOptionsRequest;
import org.apache.arrow.flight.HeaderCallOption;
import org.apache.arrow.flight.PollInfo;
import org.apache.arrow.flight.SessionOptionValue;
import org.apache.arrow.flight.SessionOptionValueFactory;
import org.apache.arrow.flight.SetSessionOptionsRequest;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.flight.sql.FlightSqlClient.Transaction;
import org.apache.arrow.flight.sql.impl.FlightSql.ActionClosePreparedStatementRequest;
import org.apache.arrow.flight.sql.impl.FlightSql.ActionCreatePreparedStatementRequest;
import org.apache.arrow.flight.sql.impl.FlightSql.ActionCreatePreparedStatementResult;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandPreparedStatementQuery;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandStatementQuery;
import org.apache.arrow.flight.sql.impl.FlightSql.TicketStatementQuery;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What clients send that mean harm, or do not know better: each is refused, and the service is as it was. */
final class HostileClientsTest {
    private static final String ENDLESS =
            "SELECT a.x FROM UNNEST(SEQUENCE(1, 100000)) AS a(x)" + " CROSS JOIN UNNEST(SEQUENCE(1, 100000)) AS b(y)";
    private static LiveServer server;
    private static Connected ada;

    @BeforeAll
    static void open() {
        FlightLimits tight = FlightLimits.standard()
                .with(MessageLimits.standard().withRequestBytesMax(1 << 20).withSqlBytesMax(10_000))
                .with(HeldLimits.standard().withResultsPerUserMax(5))
                .with(WorkLimits.standard().withStalledReaderMax(Duration.ofSeconds(1)));
        server = LiveServer.open(FlightSqlOptions.loopback().withLimits(tight));
        ada = Connected.to(server, "ada");
    }

    @AfterAll
    static void close() {
        ada.close();
        server.close();
    }

    @Test
    void garbageIsRefusedWhereverItIsSent() {
        byte[] garbage = new byte[300];
        new Random(7).nextBytes(garbage);

        refused(
                () -> ada.flight().getInfo(FlightDescriptor.command(garbage), ada.login()),
                FlightStatusCode.INVALID_ARGUMENT);
        refused(
                () -> ada.flight().getInfo(FlightDescriptor.path("a", "b"), ada.login()),
                FlightStatusCode.INVALID_ARGUMENT);
        refused(() -> ada.fetch(new Ticket(garbage)), FlightStatusCode.INVALID_ARGUMENT);
        for (String action :
                List.of("CreatePreparedStatement", "SetSessionOptions", "CancelFlightInfo", "no such action")) {
            refused(
                    () -> ada.flight()
                            .doAction(new Action(action, garbage), ada.login())
                            .next(),
                    FlightStatusCode.INVALID_ARGUMENT);
        }
        assertThat(ada.rows("SELECT 1")).containsExactly(List.of("1"));
    }

    @Test
    void guessedTicketsAndForgedTokensOpenNothing() {
        TicketStatementQuery guess = TicketStatementQuery.newBuilder()
                .setStatementHandle(ByteString.copyFrom(new byte[16]))
                .build();
        refused(() -> ada.fetch(new Ticket(Any.pack(guess).toByteArray())), FlightStatusCode.NOT_FOUND);
        refused(with("authorization", "Bearer forged"), FlightStatusCode.UNAUTHENTICATED);
        refused(with("authorization", "Bearer"), FlightStatusCode.UNAUTHENTICATED);
        refused(with("authorization", "Basic !!!"), FlightStatusCode.UNAUTHENTICATED);
        String twoLines = Base64.getEncoder().encodeToString("ada\nadmin:secret".getBytes(StandardCharsets.UTF_8));
        refused(with("authorization", "Basic " + twoLines), FlightStatusCode.UNAUTHENTICATED);
    }

    private static ThrowingCallable with(String header, String value) {
        CallHeaders headers = new FlightCallHeaders();
        headers.insert(header, value);
        return () -> ada.flight().getInfo(FlightDescriptor.command(new byte[0]), new HeaderCallOption(headers));
    }

    @Test
    void whatIsTooLargeIsRefused() {
        refused(() -> ada.rows("SELECT '" + "x".repeat(20_000) + "'"), FlightStatusCode.RESOURCE_EXHAUSTED);
        refused(() -> ada.rows("SELECT '" + "x".repeat(2 << 20) + "'"), FlightStatusCode.RESOURCE_EXHAUSTED);
    }

    @Test
    void headersWithoutEndAreRefusedAndTheServiceGoesOn() {
        CallHeaders headers = new FlightCallHeaders();
        headers.insert("x-very-long", "x".repeat(100_000));

        assertThatThrownBy(() -> ada.flight()
                        .getInfo(FlightDescriptor.command(new byte[0]), ada.login(), new HeaderCallOption(headers)))
                .isInstanceOf(FlightRuntimeException.class);
        assertThat(ada.rows("SELECT 1")).containsExactly(List.of("1"));
    }

    @Test
    void whatIsHeldForOneUserIsNoOthersToRunAskAfterOrStop() {
        try (Connected bob = Connected.to(server, "bob")) {
            ByteString statement = prepared("SELECT 7");
            FlightInfo result = ada.sql().execute("SELECT 7", ada.login());

            refused(() -> bob.flight().getInfo(run(statement), bob.login()), FlightStatusCode.UNAUTHORIZED);
            refused(
                    () -> bob.flight().cancelFlightInfo(new CancelFlightInfoRequest(result), bob.login()),
                    FlightStatusCode.UNAUTHORIZED);
            refused(() -> bob.fetch(result), FlightStatusCode.UNAUTHORIZED);
            assertThat(ada.fetch(result)).containsExactly(List.of("7"));
        }
    }

    @Test
    void whatIsUnderWayForOneUserIsNoOthersToAskAfterEndOrUse() {
        try (Connected bob = Connected.to(server, "bob")) {
            FlightDescriptor endless = command(CommandStatementQuery.newBuilder()
                    .setQuery("SELECT sum(x * x) FROM (" + ENDLESS + ") AS t")
                    .build());
            PollInfo asked = ada.flight().pollInfo(endless, ada.login());
            FlightDescriptor token = asked.getFlightDescriptor().orElseThrow();
            CancelFlightInfoRequest cancel = new CancelFlightInfoRequest(asked.getFlightInfo());
            Transaction begun = ada.sql().beginTransaction(ada.login());
            ByteString statement = prepared("SELECT 7");
            ActionClosePreparedStatementRequest close = ActionClosePreparedStatementRequest.newBuilder()
                    .setPreparedStatementHandle(statement)
                    .build();

            refused(() -> bob.flight().pollInfo(token, bob.login()), FlightStatusCode.UNAUTHORIZED);
            refused(() -> bob.flight().cancelFlightInfo(cancel, bob.login()), FlightStatusCode.UNAUTHORIZED);
            refused(() -> bob.sql().rollback(begun, bob.login()), FlightStatusCode.UNAUTHORIZED);
            refused(() -> bob.sql().execute("SELECT 1", begun, bob.login()), FlightStatusCode.UNAUTHORIZED);
            refused(
                    () -> bob.flight()
                            .doAction(
                                    new Action(
                                            "ClosePreparedStatement",
                                            Any.pack(close).toByteArray()),
                                    bob.login())
                            .forEachRemaining(_ -> {}),
                    FlightStatusCode.UNAUTHORIZED);
            assertThat(ada.flight().pollInfo(token, ada.login()).getFlightDescriptor())
                    .isPresent();
            assertThat(ada.flight().cancelFlightInfo(cancel, ada.login()).getStatus())
                    .isEqualTo(CancelStatus.CANCELLED);
            refused(() -> ada.flight().pollInfo(token, ada.login()), FlightStatusCode.NOT_FOUND);
            ada.sql().rollback(begun, ada.login());
            assertThat(ada.fetch(ada.flight().getInfo(run(statement), ada.login())))
                    .containsExactly(List.of("7"));
        }
    }

    private static FlightDescriptor run(ByteString statement) {
        return command(CommandPreparedStatementQuery.newBuilder()
                .setPreparedStatementHandle(statement)
                .build());
    }

    private static FlightDescriptor command(Message command) {
        return FlightDescriptor.command(Any.pack(command).toByteArray());
    }

    @Test
    void aSessionIsEndedByItsOwnerAlone() {
        try (Connected bob = Connected.to(server, "bob")) {
            CallHeaders cookie = new FlightCallHeaders();
            cookie.insert("cookie", "arrow_flight_session_id=adas");
            HeaderCallOption inAdas = new HeaderCallOption(cookie);
            SessionOptionValue tokyo = SessionOptionValueFactory.makeSessionOptionValue("Asia/Tokyo");
            ada.sql().setSessionOptions(new SetSessionOptionsRequest(Map.of("time_zone", tokyo)), ada.login(), inAdas);

            bob.sql().closeSession(new CloseSessionRequest(), bob.login(), inAdas);

            assertThat(ada.sql()
                            .getSessionOptions(new GetSessionOptionsRequest(), ada.login(), inAdas)
                            .getSessionOptions())
                    .containsEntry("time_zone", tokyo);
        }
    }

    private static ByteString prepared(String sql) {
        Any request = Any.pack(
                ActionCreatePreparedStatementRequest.newBuilder().setQuery(sql).build());
        byte[] answer = ada.flight()
                .doAction(new Action("CreatePreparedStatement", request.toByteArray()), ada.login())
                .next()
                .getBody();
        try {
            return Any.parseFrom(answer)
                    .unpack(ActionCreatePreparedStatementResult.class)
                    .getPreparedStatementHandle();
        } catch (InvalidProtocolBufferException garbage) {
            throw new IllegalStateException(garbage);
        }
    }

    @Test
    void queriesThatNobodyAsksAfterReachALimit() {
        CountDownLatch never = new CountDownLatch(1);
        HeldLimits two = HeldLimits.standard().withResultsPerUserMax(2);
        var polled = new PolledQueries(two, Duration.ofMinutes(1), InstantSource.system());
        Polled first = polled.begin("eve", watcher -> waiting(never));
        polled.begin("eve", watcher -> waiting(never));

        assertThatThrownBy(() -> polled.begin("eve", watcher -> waiting(never)))
                .isInstanceOf(CallRefusedException.class)
                .hasMessageContaining("results-per-user-max");
        polled.forget(first);
        polled.begin("eve", watcher -> waiting(never));
        never.countDown();
    }

    private static OpenResult waiting(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("Nobody asked");
    }

    @Test
    void resultsThatNobodyFetchesReachALimit() {
        try (Connected bob = Connected.to(server, "bob")) {
            for (int i = 0; i < 5; i++) {
                bob.sql().execute("SELECT 1", bob.login());
            }
            refused(() -> bob.sql().execute("SELECT 1", bob.login()), FlightStatusCode.RESOURCE_EXHAUSTED);
        }
    }

    @Test
    void aReaderThatLeavesStopsTheQuery() {
        int before = server.openResults();
        FlightStream stream = ada.sql()
                .getStream(
                        ada.sql()
                                .execute(ENDLESS, ada.login())
                                .getEndpoints()
                                .getFirst()
                                .getTicket(),
                        ada.login());
        assertThat(stream.next()).isTrue();
        Connected.closed(stream);

        eventually(() -> server.openResults() == before);
    }

    @Test
    void aReaderThatStopsReadingIsCutOff() {
        int before = server.openResults();
        FlightStream stream = ada.sql()
                .getStream(
                        ada.sql()
                                .execute(ENDLESS, ada.login())
                                .getEndpoints()
                                .getFirst()
                                .getTicket(),
                        ada.login());
        assertThat(stream.next()).isTrue();

        eventually(() -> server.openResults() == before);
        Connected.closed(stream);
    }

    private static void refused(ThrowingCallable call, FlightStatusCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FlightRuntimeException.class,
                        failure -> assertThat(failure.status().code()).isEqualTo(code));
    }

    private static void eventually(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
