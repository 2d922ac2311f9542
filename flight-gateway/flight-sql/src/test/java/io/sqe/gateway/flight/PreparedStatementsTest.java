package io.sqe.gateway.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.gateway.flight.limit.FlightLimits;
import io.sqe.gateway.flight.limit.HeldLimits;
import io.sqe.gateway.flight.testing.Connected;
import io.sqe.gateway.flight.testing.LiveServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Statements that are prepared once and run with values. */
final class PreparedStatementsTest {
    private static LiveServer server;
    private static Connected ada;

    @BeforeAll
    static void open() {
        HeldLimits held = HeldLimits.standard().withPreparedPerUserMax(20);
        server = LiveServer.open(
                FlightSqlOptions.loopback().withLimits(FlightLimits.standard().with(held)));
        ada = Connected.to(server, "ada");
    }

    @AfterAll
    static void close() {
        ada.close();
        server.close();
    }

    @Test
    void aQueryTellsItsColumnsAndParametersBeforeItIsRun() {
        ada.prepared("SELECT id, name FROM (VALUES (1, 'a'), (2, 'b')) AS t(id, name) WHERE id = ?", query -> {
            assertThat(query.getResultSetSchema().getFields())
                    .extracting(Field::getName)
                    .containsExactly("id", "name");
            assertThat(query.getParameterSchema().getFields()).hasSize(1);

            try (VectorSchemaRoot values = values(2L, null)) {
                query.setParameters(values);
                assertThat(ada.fetch(query.execute(ada.login()))).containsExactly(List.of("2", "b"));
            }
        });
    }

    @Test
    void aPreparedQueryHasTheSchemaOfItsResult() {
        String everyType =
                "SELECT TRUE AS b, 1 AS i, CAST(2 AS BIGINT) AS l, CAST(1 AS REAL) AS f, 1e0 AS d, 1.25 AS dec,"
                        + " 'x' AS s, DATE '2026-11-21' AS day, TIMESTAMP '2026-11-21 10:00:00' AS ts, ARRAY[1] AS list,"
                        + " X'00' AS bytes";
        ada.prepared(everyType, query -> {
            FlightInfo info = query.execute(ada.login());
            assertThat(types(query.getResultSetSchema()))
                    .isEqualTo(types(info.getSchemaOptional().orElseThrow()));
            assertThat(ada.fetch(info)).hasSize(1);
        });
    }

    private static List<String> types(Schema schema) {
        return schema.getFields().stream()
                .map(field -> field.getName() + " " + field.getType())
                .toList();
    }

    @Test
    void anUpdateHasNoColumnsAndIsRunForEachRowOfValues() {
        ada.update("CREATE TABLE named (id BIGINT, name VARCHAR)");
        ada.prepared("INSERT INTO named VALUES (?, ?)", insert -> {
            assertThat(insert.getResultSetSchema().getFields()).isEmpty();
            try (VectorSchemaRoot values = values(7L, "seven")) {
                insert.setParameters(values);
                assertThat(insert.executeUpdate(ada.login())).isEqualTo(1);
            }
        });
        assertThat(ada.rows("SELECT id, name FROM named")).containsExactly(List.of("7", "seven"));
    }

    @Test
    void aQueryWithSeveralRowsOfValuesAnswersOneAfterTheOther() {
        ada.prepared("SELECT ? AS id, i FROM UNNEST(SEQUENCE(1, 2)) AS t(i) ORDER BY i", query -> {
            try (VectorSchemaRoot values = ids(7L, 1L << 40, null)) {
                query.setParameters(values);
                assertThat(ada.fetch(query.execute(ada.login())))
                        .containsExactly(
                                List.of("7", "1"),
                                List.of("7", "2"),
                                List.of("1099511627776", "1"),
                                List.of("1099511627776", "2"),
                                List.of("null", "1"),
                                List.of("null", "2"));
            }
        });
    }

    @Test
    void anUpdateWithSeveralRowsOfValuesAddsItsCounts() {
        ada.update("CREATE TABLE counted (id BIGINT)");
        ada.prepared("INSERT INTO counted VALUES (?), (0)", insert -> {
            try (VectorSchemaRoot values = ids(1L, 2L, 3L)) {
                insert.setParameters(values);
                assertThat(insert.executeUpdate(ada.login())).isEqualTo(6);
            }
        });
        assertThat(ada.rows("SELECT count(*), sum(id) FROM counted")).containsExactly(List.of("6", "6"));
    }

    private static VectorSchemaRoot ids(@Nullable Long... values) {
        BigIntVector ids = new BigIntVector("id", ada.allocator());
        for (int row = 0; row < values.length; row++) {
            Long value = values[row];
            if (value == null) {
                ids.setNull(row);
            } else {
                ids.setSafe(row, value);
            }
        }
        ids.setValueCount(values.length);
        return VectorSchemaRoot.of(ids);
    }

    @Test
    void valuesAreNeverReadAsSql() {
        ada.prepared("SELECT ? AS id, ? AS said", query -> {
            try (VectorSchemaRoot values = values(1L, "'); DROP TABLE x; --")) {
                query.setParameters(values);
                assertThat(ada.fetch(query.execute(ada.login()))).containsExactly(List.of("1", "'); DROP TABLE x; --"));
            }
        });
    }

    @Test
    void statementsThatAreNeverClosedReachALimitAndNotTheMemory() {
        try (Connected bob = Connected.to(server, "bob")) {
            for (int i = 0; i < 20; i++) {
                bob.sql().prepare("SELECT " + i, bob.login());
            }
            assertThatThrownBy(() -> bob.sql().prepare("SELECT 21", bob.login()))
                    .isInstanceOfSatisfying(
                            FlightRuntimeException.class,
                            failure ->
                                    assertThat(failure.status().code()).isEqualTo(FlightStatusCode.RESOURCE_EXHAUSTED))
                    .hasMessageContaining("prepared-per-user-max");
        }
    }

    @Test
    void whoTakesAllTheBytesThatAUserMayIsInNobodysWay() {
        HeldLimits held = HeldLimits.standard().withPreparedBytesPerUserMax(200_000);
        String text = "SELECT '" + "x".repeat(30_000) + "'";
        try (LiveServer small = LiveServer.open(FlightSqlOptions.loopback()
                        .withLimits(FlightLimits.standard().with(held)));
                Connected hog = Connected.to(small, "bob");
                Connected other = Connected.to(small, "ada")) {
            hog.sql().prepare(text, hog.login());
            hog.sql().prepare(text, hog.login());
            hog.sql().prepare(text, hog.login());
            assertThatThrownBy(() -> hog.sql().prepare(text, hog.login()))
                    .isInstanceOfSatisfying(
                            FlightRuntimeException.class,
                            failure ->
                                    assertThat(failure.status().code()).isEqualTo(FlightStatusCode.RESOURCE_EXHAUSTED))
                    .hasMessageContaining("prepared-bytes-per-user-max");
            other.prepared(
                    text,
                    query -> assertThat(query.getResultSetSchema().getFields()).hasSize(1));
        }
    }

    private static VectorSchemaRoot values(long id, @Nullable String name) {
        BigIntVector ids = new BigIntVector("id", ada.allocator());
        ids.setSafe(0, id);
        ids.setValueCount(1);
        if (name == null) {
            return VectorSchemaRoot.of(ids);
        }
        VarCharVector names = new VarCharVector("name", ada.allocator());
        names.setSafe(0, name.getBytes(StandardCharsets.UTF_8));
        names.setValueCount(1);
        return VectorSchemaRoot.of(ids, names);
    }
}
