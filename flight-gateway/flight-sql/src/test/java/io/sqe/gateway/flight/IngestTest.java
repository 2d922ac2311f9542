package io.sqe.gateway.flight;

import static io.sqe.gateway.flight.testing.Sender.ID;
import static io.sqe.gateway.flight.testing.Sender.NAME;
import static io.sqe.gateway.flight.testing.Sender.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.gateway.flight.testing.Connected;
import io.sqe.gateway.flight.testing.LiveServer;
import io.sqe.gateway.flight.testing.Sender;
import io.sqe.gateway.flight.testing.Sender.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.arrow.vector.util.Text;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows that clients send land whole or not at all. */
final class IngestTest {
    private static final int BATCH_ROWS = 1 << 20;
    private static LiveServer server;
    private static Connected ada;
    private static Sender sender;

    @BeforeAll
    static void open() {
        server = LiveServer.open();
        ada = Connected.to(server, "ada");
        sender = new Sender(ada);
    }

    @AfterAll
    static void close() {
        ada.close();
        server.close();
    }

    @Test
    void rowsMakeATableJoinItAndTakeItsPlace() {
        assertThat(sender.names("people", Mode.CREATE, "Ann", "Bob")).isEqualTo(2);
        assertThat(sender.names("people", Mode.APPEND, "Cid")).isEqualTo(1);
        assertThat(ada.rows("SELECT name FROM people ORDER BY name"))
                .containsExactly(List.of("Ann"), List.of("Bob"), List.of("Cid"));

        assertThat(sender.names("people", Mode.REPLACE, "Dan")).isEqualTo(1);
        assertThat(sender.names("people", Mode.CREATE_OR_APPEND, "Eve")).isEqualTo(1);
        assertThat(sender.names("others", Mode.CREATE_OR_APPEND, "Eve")).isEqualTo(1);
        assertThat(ada.rows("SELECT name FROM people ORDER BY name")).containsExactly(List.of("Dan"), List.of("Eve"));
        assertThat(ada.rows("SELECT name FROM others")).containsExactly(List.of("Eve"));

        refused(() -> sender.names("people", Mode.CREATE, "Eve"), FlightStatusCode.ALREADY_EXISTS, "already exists");
        refused(() -> sender.names("nobody", Mode.APPEND, "Eve"), FlightStatusCode.NOT_FOUND, "nobody");
    }

    @Test
    void columnsFindTheirOwnByName() {
        ada.update("CREATE TABLE pairs (name VARCHAR, id BIGINT)");
        sender.rows(command("pairs", Mode.APPEND), List.of(ID, NAME), sending -> {
            ((BigIntVector) sending.batch().getVector("id")).setSafe(0, 7);
            ((VarCharVector) sending.batch().getVector("name")).setSafe(0, new Text("Ann"));
            sending.batch().setRowCount(1);
            sending.listener().putNext();
        });
        sender.names("pairs", Mode.APPEND, "Bob");

        assertThat(ada.rows("SELECT id, name FROM pairs ORDER BY name"))
                .containsExactly(List.of("7", "Ann"), List.of("null", "Bob"));
        refused(() -> oneNull("pairs", "nmae", new ArrowType.Utf8()), "Did you mean name?");
        refused(() -> oneNull("pairs", "id", new ArrowType.Utf8()), "Cannot store varchar in column id of type bigint");
    }

    @Test
    void aTypeThatNoTableHoldsIsNamedWithItsColumn() {
        Field span = Field.nullable("span", new ArrowType.Duration(TimeUnit.SECOND));
        Field trip = new Field("trip", FieldType.nullable(new ArrowType.Struct()), List.of(span));

        refused(() -> sender.rows(command("trips", Mode.CREATE), List.of(trip), _ -> {}), "trip.span");
        refused(
                () -> sender.rows(
                        command("trips", Mode.CREATE),
                        List.of(Field.nullable("nothing", new ArrowType.Null())),
                        _ -> {}),
                "nothing");
        assertThat(ada.rows("SHOW TABLES LIKE 'trips'")).isEmpty();
    }

    @Test
    void damagedRowsLeaveNothing() {
        sender.names("safe", Mode.CREATE, "Ann");
        leavesNothing(
                () -> damaged("safe", names -> names.getOffsetBuffer().setInt(4, 1_000_000)),
                FlightStatusCode.INVALID_ARGUMENT,
                "offsets");
        leavesNothing(
                () -> damaged("safe", names -> names.getDataBuffer().setByte(0, 0xFF)),
                FlightStatusCode.INVALID_ARGUMENT,
                "UTF-8");
        assertThat(ada.rows("SELECT name FROM safe")).containsExactly(List.of("Ann"));
    }

    @Test
    void aSecondSchemaIsRefusedAndNoRowIsLostInSilence() {
        sender.names("strict", Mode.CREATE, "Ann");
        leavesNothing(
                () -> sender.rows(command("strict", Mode.APPEND), List.of(NAME), sending -> {
                    sending.batch().setRowCount(1);
                    sending.listener().putNext();
                    try (VectorSchemaRoot other = VectorSchemaRoot.create(new Schema(List.of(ID)), ada.allocator())) {
                        other.setRowCount(1);
                        sending.listener().start(other);
                        sending.listener().putNext();
                    }
                }),
                FlightStatusCode.INVALID_ARGUMENT,
                "second schema");
        assertThat(ada.rows("SELECT name FROM strict")).containsExactly(List.of("Ann"));
    }

    @Test
    void anEmptyStreamHasNoRows() {
        assertThat(sender.rows(command("empty", Mode.CREATE), List.of(ID, NAME), _ -> {}))
                .isZero();
        assertThat(ada.rows("SELECT * FROM empty")).isEmpty();
    }

    @Test
    void moreThanMayWaitIsRefused() {
        sender.numbers("large", Mode.CREATE, 0, 1);
        int batches = (int) (LiveServer.STAGED_BYTES_MAX / Long.BYTES / BATCH_ROWS) + 1;
        leavesNothing(
                () -> sender.numbers("large", Mode.APPEND, BATCH_ROWS, batches),
                FlightStatusCode.RESOURCE_EXHAUSTED,
                "No room for these rows");
    }

    @Test
    void aClientThatDiesLeavesNothing() {
        sender.numbers("widowed", Mode.CREATE, 1, 1);
        leavesNothing(
                () -> sender.rows(command("widowed", Mode.APPEND), List.of(ID), sending -> {
                    sending.batch().setRowCount(1);
                    sending.listener().putNext();
                    eventually(() -> server.stagedBytes() > 0);
                    sending.listener().error(new IllegalStateException("the client dies"));
                    throw CallStatus.CANCELLED.toRuntimeException();
                }),
                FlightStatusCode.CANCELLED,
                "");
        assertThat(ada.rows("SELECT count(*) FROM widowed")).containsExactly(List.of("1"));
    }

    private static long oneNull(String table, String column, ArrowType type) {
        return sender.rows(command(table, Mode.APPEND), List.of(Field.nullable(column, type)), _ -> {});
    }

    private static void damaged(String table, Consumer<VarCharVector> damage) {
        sender.rows(command(table, Mode.APPEND), List.of(NAME), sending -> {
            VarCharVector names = (VarCharVector) sending.batch().getVector(0);
            names.setSafe(0, new Text("Bob"));
            names.setSafe(1, new Text("Cid"));
            sending.batch().setRowCount(2);
            sending.listener().putNext();
            damage.accept(names);
            sending.listener().putNext();
        });
    }

    private static void leavesNothing(ThrowingCallable ingestion, FlightStatusCode code, String message) {
        List<Path> before = server.dataFiles();
        refused(ingestion, code, message);
        eventually(() -> server.staged().isEmpty());
        assertThat(server.stagedBytes()).isZero();
        assertThat(server.dataFiles()).containsExactlyInAnyOrderElementsOf(before);
    }

    private static void refused(ThrowingCallable call, String message) {
        refused(call, FlightStatusCode.INVALID_ARGUMENT, message);
    }

    private static void refused(ThrowingCallable call, FlightStatusCode code, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(FlightRuntimeException.class, failure -> {
            assertThat(failure.status().code()).isEqualTo(code);
            assertThat(failure).hasMessageContaining(message);
        });
    }

    private static void eventually(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
