package io.sqe.gateway.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import io.sqe.gateway.flight.testing.Connected;
import io.sqe.gateway.flight.testing.LiveServer;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flight.CancelFlightInfoRequest;
import org.apache.arrow.flight.CancelStatus;
import org.apache.arrow.flight.CloseSessionRequest;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.GetSessionOptionsRequest;
import org.apache.arrow.flight.PollInfo;
import org.apache.arrow.flight.RenewFlightEndpointRequest;
import org.apache.arrow.flight.SessionOptionValue;
import org.apache.arrow.flight.SessionOptionValueFactory;
import org.apache.arrow.flight.SetSessionOptionsRequest;
import org.apache.arrow.flight.SetSessionOptionsResult.Error;
import org.apache.arrow.flight.SetSessionOptionsResult.ErrorValue;
import org.apache.arrow.flight.sql.FlightSqlClient.Transaction;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandStatementQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Logins, settings, and what clients hold between calls. */
final class SessionsTest {
    private static LiveServer server;
    private static Connected ada;

    @BeforeAll
    static void open() {
        server = LiveServer.open();
        ada = Connected.to(server, "ada");
    }

    @AfterAll
    static void close() {
        ada.close();
        server.close();
    }

    @Test
    void aWrongPasswordAndNoPasswordAreRefused() {
        assertThatThrownBy(() -> ada.flight().authenticateBasicToken("ada", "guess"))
                .isInstanceOfSatisfying(FlightRuntimeException.class, SessionsTest::isUnauthenticated);
        assertThatThrownBy(() -> ada.flight().getInfo(FlightDescriptor.command(new byte[] {1, 2, 3})))
                .isInstanceOfSatisfying(FlightRuntimeException.class, SessionsTest::isUnauthenticated);
    }

    private static void isUnauthenticated(FlightRuntimeException failure) {
        assertThat(failure.status().code()).isEqualTo(FlightStatusCode.UNAUTHENTICATED);
    }

    @Test
    void settingsHoldForTheSessionAndForNoOther() {
        try (Connected first = Connected.to(server, "bob");
                Connected second = Connected.to(server, "bob")) {
            first.update("CREATE SCHEMA elsewhere");
            first.update("CREATE TABLE elsewhere.there (x INT)");
            var result = first.sql()
                    .setSessionOptions(
                            new SetSessionOptionsRequest(Map.of(
                                    "schema", text("elsewhere"),
                                    "time_zone", text("Mars/Olympus"),
                                    "colour", text("red"))),
                            first.login());

            assertThat(result.getErrors())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "time_zone", new Error(ErrorValue.INVALID_VALUE),
                            "colour", new Error(ErrorValue.INVALID_NAME)));
            assertThat(first.rows("SELECT * FROM there")).isEmpty();
            assertThat(options(first)).containsEntry("schema", text("elsewhere"));
            assertThat(options(second)).containsEntry("schema", text("main"));
            assertThatThrownBy(() -> second.rows("SELECT * FROM there")).hasMessageContaining("there");
        }
    }

    private static Map<String, SessionOptionValue> options(Connected client) {
        return client.sql()
                .getSessionOptions(new GetSessionOptionsRequest(), client.login())
                .getSessionOptions();
    }

    private static SessionOptionValue text(String value) {
        return SessionOptionValueFactory.makeSessionOptionValue(value);
    }

    @Test
    void aClosedSessionsTokenOpensNothing() {
        try (Connected client = Connected.to(server, "bob")) {
            client.sql().closeSession(new CloseSessionRequest(), client.login());
            assertThatThrownBy(() -> client.rows("SELECT 1"))
                    .isInstanceOfSatisfying(FlightRuntimeException.class, SessionsTest::isUnauthenticated);
        }
    }

    @Test
    void aCancelledResultIsGone() {
        FlightInfo info = ada.sql().execute("SELECT 1", ada.login());

        assertThat(ada.sql()
                        .cancelFlightInfo(new CancelFlightInfoRequest(info), ada.login())
                        .getStatus())
                .isEqualTo(CancelStatus.CANCELLED);
        assertThat(ada.sql()
                        .cancelFlightInfo(new CancelFlightInfoRequest(info), ada.login())
                        .getStatus())
                .isEqualTo(CancelStatus.NOT_CANCELLABLE);
        assertThatThrownBy(() -> ada.fetch(info)).isInstanceOf(FlightRuntimeException.class);
        assertThat(server.openResults()).isZero();
    }

    @Test
    void aRenewedEndpointIsStillGood() {
        FlightInfo info = ada.sql().execute("SELECT 1", ada.login());
        var renewed = ada.sql()
                .renewFlightEndpoint(
                        new RenewFlightEndpointRequest(info.getEndpoints().getFirst()), ada.login());

        assertThat(renewed.getExpirationTime()).isPresent();
        assertThat(ada.fetch(renewed.getTicket())).containsExactly(List.of("1"));
    }

    @Test
    void aPolledQueryEndsInATicket() {
        FlightDescriptor next = FlightDescriptor.command(Any.pack(CommandStatementQuery.newBuilder()
                        .setQuery("SELECT SUM(x) FROM UNNEST(SEQUENCE(1, 1000)) AS t(x)")
                        .build())
                .toByteArray());
        PollInfo poll = ada.flight().pollInfo(next, ada.login());
        while (poll.getFlightDescriptor().isPresent()) {
            poll = ada.flight().pollInfo(poll.getFlightDescriptor().get(), ada.login());
        }
        assertThat(ada.fetch(poll.getFlightInfo())).containsExactly(List.of("500500"));
    }

    @Test
    void aTransactionIsNeverSaidToBeUndoneWhenItWasNot() {
        Transaction empty = ada.sql().beginTransaction(ada.login());
        ada.sql().rollback(empty, ada.login());

        ada.update("CREATE TABLE kept (x INT)");
        Transaction written = ada.sql().beginTransaction(ada.login());
        assertThat(ada.sql().executeUpdate("INSERT INTO kept VALUES (1)", written, ada.login()))
                .isEqualTo(1);
        assertThatThrownBy(() -> ada.sql().rollback(written, ada.login())).hasMessageContaining("commits by itself");
    }
}
