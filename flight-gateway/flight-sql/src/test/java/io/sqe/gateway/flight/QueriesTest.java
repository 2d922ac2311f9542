package io.sqe.gateway.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.gateway.flight.limit.FlightLimits;
import io.sqe.gateway.flight.limit.MessageLimits;
import io.sqe.gateway.flight.testing.Connected;
import io.sqe.gateway.flight.testing.LiveServer;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Statements from SQL text to rows, over the wire. */
final class QueriesTest {
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
    void aQueryGivesItsColumnsAndThenItsRows() {
        FlightInfo info = ada.sql().execute("SELECT 1 AS one, 'två' AS two, NULL AS three", ada.login());

        assertThat(info.getSchemaOptional().orElseThrow().getFields())
                .extracting(Field::getName)
                .containsExactly("one", "two", "three");
        assertThat(ada.fetch(info)).containsExactly(List.of("1", "två", "null"));
    }

    @Test
    void aQueryWithoutRowsStillHasColumns() {
        FlightInfo info = ada.sql().execute("SELECT x AS one FROM (VALUES (1)) AS t(x) WHERE x = 0", ada.login());

        Schema schema =
                ada.read(ticket(info), batch -> assertThat(batch.getRowCount()).isZero());

        assertThat(info.getSchemaOptional()).contains(schema);
    }

    @Test
    void updatesTellHowManyRowsTheyWrote() {
        assertThat(ada.update("CREATE TABLE counted (id BIGINT, name VARCHAR)")).isZero();
        assertThat(ada.update("INSERT INTO counted VALUES (1, 'a'), (2, 'b'), (3, NULL)"))
                .isEqualTo(3);
        assertThat(ada.rows("SELECT name FROM counted ORDER BY id"))
                .containsExactly(List.of("a"), List.of("b"), List.of("null"));
    }

    @Test
    void aMistakeComesWithItsCodeAndItsPlace() {
        assertThatThrownBy(() -> ada.sql().execute("SELECT 1,\n  nope FROM (VALUES (1)) AS t(yes)", ada.login()))
                .isInstanceOfSatisfying(FlightRuntimeException.class, failure -> {
                    assertThat(failure.status().code()).isEqualTo(FlightStatusCode.INVALID_ARGUMENT);
                    assertThat(failure.status().metadata().get("x-sqe-error-code"))
                            .isEqualTo("COLUMN_NOT_FOUND");
                    assertThat(failure.status().metadata().get("x-sqe-error-line"))
                            .isEqualTo("2");
                    assertThat(failure.status().metadata().get("x-sqe-error-column"))
                            .isEqualTo("3");
                    assertThat(failure.status().metadata().get("x-sqe-query-id"))
                            .isNotBlank();
                    assertThat(failure).hasMessageContaining("nope");
                });
    }

    @Test
    void aFailureInTheMiddleOfTheRowsEndsThemWithItsCode() {
        assertThatThrownBy(() -> ada.rows("SELECT 1 / (x - x) FROM (VALUES (1)) AS t(x)"))
                .isInstanceOfSatisfying(
                        FlightRuntimeException.class,
                        failure -> assertThat(failure.status().metadata().get("x-sqe-error-code"))
                                .isEqualTo("DIVISION_BY_ZERO"));
        assertThat(server.openResults()).isZero();
    }

    @Test
    void largeBatchesAreCutToMessagesAndLoseNothing() {
        FlightLimits small =
                FlightLimits.standard().with(MessageLimits.standard().withBatchBytes(4_096));
        try (LiveServer cutting = LiveServer.open(FlightSqlOptions.loopback().withLimits(small));
                Connected client = Connected.to(cutting, "ada")) {
            FlightInfo info = client.sql()
                    .execute(
                            "SELECT x, CASE WHEN x % 3 = 0 THEN NULL ELSE 'value ' || CAST(x AS VARCHAR) END AS text,"
                                    + " ARRAY[x, x + 1] AS list FROM UNNEST(SEQUENCE(1, 5000)) AS t(x) ORDER BY x",
                            client.login());
            List<List<String>> rows = new ArrayList<>();
            client.read(ticket(info), batch -> {
                assertThat(batch.getRowCount()).isLessThan(200);
                rows.addAll(Connected.rows(batch));
            });

            assertThat(rows).hasSize(5_000);
            for (int x = 1; x <= rows.size(); x++) {
                String text = x % 3 == 0 ? "null" : "value " + x;
                assertThat(rows.get(x - 1)).containsExactly("" + x, text, "[%d,%d]".formatted(x, x + 1));
            }
        }
    }

    @Test
    void aTicketIsGoodForOneFetchByTheOneWhoGotIt() {
        Ticket ticket = ticket(ada.sql().execute("SELECT 42", ada.login()));
        try (Connected bob = Connected.to(server, "bob")) {
            assertThatThrownBy(() -> bob.fetch(ticket))
                    .isInstanceOfSatisfying(
                            FlightRuntimeException.class,
                            failure -> assertThat(failure.status().code()).isEqualTo(FlightStatusCode.UNAUTHORIZED));
        }
        assertThat(ada.fetch(ticket)).containsExactly(List.of("42"));
        assertThatThrownBy(() -> ada.fetch(ticket))
                .isInstanceOfSatisfying(
                        FlightRuntimeException.class,
                        failure -> assertThat(failure.status().code()).isEqualTo(FlightStatusCode.NOT_FOUND));
    }

    private static Ticket ticket(FlightInfo info) {
        return info.getEndpoints().getFirst().getTicket();
    }
}
