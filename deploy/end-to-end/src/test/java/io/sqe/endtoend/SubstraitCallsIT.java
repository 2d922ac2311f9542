package io.sqe.endtoend;

import static io.sqe.endtoend.SentPlans.I32;
import static io.sqe.endtoend.SentPlans.query;
import static io.sqe.endtoend.SentPlans.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.substrait.proto.Rel;
import io.substrait.proto.WriteRel;
import java.nio.file.Path;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.flight.sql.FlightSqlClient.PreparedStatement;
import org.apache.arrow.flight.sql.FlightSqlClient.SubstraitPlan;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlInfo;
import org.apache.arrow.vector.types.pojo.Field;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Substrait plans over a socket, by Arrow's own client: asked for, described, prepared, counted, and refused as updates. */
class SubstraitCallsIT {
    @TempDir
    Path folder;

    @Test
    void plansAreQueriesToAServerInEveryRespect() throws Exception {
        try (ServerProgram server = ServerProgram.start(folder);
                FlightCalls calls = FlightCalls.to(server)) {
            calls.value("CREATE TABLE numbers AS SELECT CAST(x AS INTEGER) AS id FROM UNNEST(sequence(1, 3)) s(x)");
            SubstraitPlan plan = plan(read("numbers", "id", I32), "n");

            assertThat(calls.first(calls.sql().executeSubstrait(plan, calls.login())))
                    .isEqualTo("1");
            assertThat(calls.sql()
                            .getExecuteSubstraitSchema(plan, calls.login())
                            .getSchema()
                            .getFields())
                    .extracting(Field::getName)
                    .containsExactly("n");
            assertThat(prepared(calls, plan)).isEqualTo("1");
            assertThat(isOffered(calls)).isTrue();
            assertThat(calls.value("SELECT count(*) FROM system.runtime.queries WHERE query LIKE 'SUBSTRAIT PLAN%'"))
                    .isEqualTo("2");
            assertRefused(() -> calls.sql().executeSubstraitUpdate(plan, calls.login()), "NOT_SUPPORTED");
            assertRefused(() -> calls.sql().executeSubstrait(plan(write(), "n"), calls.login()), "NOT_SUPPORTED");
        }
    }

    private static Rel write() {
        return Rel.newBuilder()
                .setWrite(WriteRel.newBuilder().setInput(read("numbers", "id", I32)))
                .build();
    }

    private static SubstraitPlan plan(Rel rel, String... names) {
        return new SubstraitPlan(query(rel, names).plan(), "0.87.0");
    }

    private static String prepared(FlightCalls calls, SubstraitPlan plan) {
        PreparedStatement statement = calls.sql().prepare(plan, calls.login());
        try {
            assertThat(statement.getResultSetSchema().getFields()).hasSize(1);
            return calls.first(statement.execute(calls.login()));
        } finally {
            statement.close(calls.login());
        }
    }

    private static boolean isOffered(FlightCalls calls) {
        Ticket ticket = calls.sql()
                .getSqlInfo(new SqlInfo[] {SqlInfo.FLIGHT_SQL_SERVER_SUBSTRAIT}, calls.login())
                .getEndpoints()
                .getFirst()
                .getTicket();
        FlightStream stream = calls.sql().getStream(ticket, calls.login());
        assertThat(stream.next()).isTrue();
        return Boolean.TRUE.equals(stream.getRoot().getVector("value").getObject(0));
    }

    private static void assertRefused(ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(FlightRuntimeException.class, failure -> {
            assertThat(failure.status().code()).isEqualTo(FlightStatusCode.UNIMPLEMENTED);
            assertThat(failure.status().metadata().get("x-sqe-error-code")).isEqualTo(code);
        });
    }
}
