package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.arrow.flight.CancelFlightInfoRequest;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.sql.FlightSqlClient.Transaction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a user of a real server holds, and the others. */
@Timeout(600)
class OthersThingsIT {
    private static final long HEAP_BYTES_MAX = 128L << 20;
    private static final int STATEMENTS = 100_000;
    private static final int TEXT_BYTES = 30_000;

    @TempDir
    Path folder;

    @Test
    void whatIsOneUsersIsNoOthersAndTheAuditTellsWhoTried() throws Exception {
        AuditFile audit = AuditFile.in(folder);
        try (ServerProgram server = ServerProgram.start(folder, audit.setting());
                FlightCalls ann = FlightCalls.to(server);
                FlightCalls bob = FlightCalls.as("bob", server);
                TrinoCalls trino = TrinoCalls.to(server)) {
            FlightInfo result = ann.sql().execute("SELECT 7", ann.login());
            Transaction begun = ann.sql().beginTransaction(ann.login());
            String next = trino.next("SELECT x FROM UNNEST(sequence(1, 10000)) s(x)");

            refused(FlightStatusCode.UNAUTHORIZED, () -> bob.first(result));
            refused(
                    FlightStatusCode.UNAUTHORIZED,
                    () -> bob.sql().cancelFlightInfo(new CancelFlightInfoRequest(result), bob.login()));
            refused(FlightStatusCode.UNAUTHORIZED, () -> bob.sql().rollback(begun, bob.login()));
            assertThat(trino.status("bob", "GET", next)).isEqualTo(404);
            assertThat(trino.status("bob", "DELETE", next)).isEqualTo(404);

            assertThat(ann.first(result)).isEqualTo("7");
            refused(FlightStatusCode.NOT_FOUND, () -> ann.first(result));
            assertThat(trino.status("ann", "GET", next)).isEqualTo(200);
            assertThat(server.terminate()).isZero();
        }
        assertThat(audit.entries("access", "bob"))
                .extracting(entry -> entry.path("action").asText())
                .containsExactly("DO_GET", "DO_ACTION", "DO_ACTION", "statement", "statement");
        assertThat(audit.entries("access", "ann")).isEmpty();
    }

    @Test
    void whoPreparesWithoutEndIsRefusedAndTakesABoundedHeapAndIsInNobodysWay() throws Exception {
        try (ServerProgram server = ServerProgram.start(folder);
                FlightCalls bob = FlightCalls.as("bob", server);
                FlightCalls ann = FlightCalls.to(server)) {
            ann.value("SELECT 1");
            long before = server.heapBytes();
            String text = "SELECT '" + "x".repeat(TEXT_BYTES) + "', ";

            assertThatThrownBy(() -> {
                        for (int i = 0; i < STATEMENTS; i++) {
                            bob.sql().prepare(text + i, bob.login());
                        }
                    })
                    .isInstanceOfSatisfying(
                            FlightRuntimeException.class,
                            full -> assertThat(full.status().code()).isEqualTo(FlightStatusCode.RESOURCE_EXHAUSTED))
                    .hasMessageContaining("prepared-bytes-per-user-max");
            assertThat(server.heapBytes() - before).isLessThan(HEAP_BYTES_MAX);
            assertThat(ann.sql()
                            .prepare(text + "1", ann.login())
                            .getResultSetSchema()
                            .getFields())
                    .hasSize(2);
            assertThat(bob.value("SELECT 2")).isEqualTo("2");
        }
    }

    private static void refused(FlightStatusCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FlightRuntimeException.class,
                        failure -> assertThat(failure.status().code()).isEqualTo(code));
    }
}
