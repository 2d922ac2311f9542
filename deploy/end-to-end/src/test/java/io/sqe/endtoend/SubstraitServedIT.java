package io.sqe.endtoend;

import static io.sqe.endtoend.SentPlans.I32;
import static io.sqe.endtoend.SentPlans.TEXT;
import static io.sqe.endtoend.SentPlans.query;
import static io.sqe.endtoend.SentPlans.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sqe.gateway.query.SubstraitQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.sql.FlightSqlClient.SubstraitPlan;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Substrait plans to a real server are watched, kept and limited as SQL is. {@code bob} may see the people of the EU. */
@Timeout(600)
class SubstraitServedIT {
    /** And ann the US. */
    private static final String ANN_SEES_THE_US = PolicyFile.BOB_SEES_THE_EU + """

            [[rule]]
            table = "lake.main.people"
            users = ["ann"]
            row-filter = "region = 'US'"
            """;

    private static final SubstraitQuery PEOPLE = query(read("people", "id", I32, "name", TEXT), "id", "name");
    private static final SubstraitQuery NAMES = query(read("people", "name", TEXT), "name");

    /** A query ends a moment after its reader has seen its last row. */
    private static final String NOTHING_RUNS = "\nsqe_active_queries 0.0";

    @TempDir
    Path folder;

    @Test
    void whatIsKeptOfOnesPlanIsNeverServedToAnotherNorAfterThePolicyHasChangedAndAllIsWrittenDown() throws Exception {
        AuditFile audit = AuditFile.in(folder);
        PolicyFile policy = PolicyFile.in(folder, PolicyFile.BOB_SEES_THE_EU);
        try (ServerProgram server =
                        ServerProgram.start(folder, policy.settings(audit.setting(), "SQE_QUERY_CACHE__ENABLED=true"));
                FlightCalls ann = FlightCalls.as("ann", server);
                FlightCalls bob = FlightCalls.as("bob", server)) {
            ann.value("CREATE TABLE people AS SELECT * FROM (VALUES (1, 'Ada', 'EU'), (2, 'Mallory', 'US'))"
                    + " t(id, name, region)");

            assertThat(rows(ann, PEOPLE)).containsExactlyInAnyOrder("1|Ada", "2|Mallory");
            assertThat(rows(ann, PEOPLE)).containsExactlyInAnyOrder("1|Ada", "2|Mallory");
            assertThat(rows(bob, PEOPLE)).containsExactly("1|***");
            assertThat(rows(bob, PEOPLE)).containsExactly("1|***");
            assertThat(rows(bob, NAMES)).containsExactly("***");
            assertThat(rows(ann, NAMES)).containsExactlyInAnyOrder("Ada", "Mallory");
            server.awaitMetric(NOTHING_RUNS);
            assertThat(history(ann)).containsExactly("ann|false", "ann|true", "ann|false");
            assertThat(history(bob)).containsExactly("bob|false", "bob|true", "bob|false");

            policy.write(ANN_SEES_THE_US);
            server.reload();
            assertThat(rows(ann, PEOPLE)).containsExactly("2|Mallory");
            assertThat(rows(bob, PEOPLE)).containsExactly("1|***");
            policy.write(PolicyFile.BOB_SEES_THE_EU.replace("EU", "US"));
            server.reload();
            assertThat(rows(bob, PEOPLE)).containsExactly("2|***");
            assertThat(rows(ann, PEOPLE)).containsExactlyInAnyOrder("1|Ada", "2|Mallory");
            assertThat(server.terminate()).isZero();
        }
        assertWrittenDown(audit, "ann", 4, 0);
        assertWrittenDown(audit, "bob", 4, 1);
        assertThat(Files.readString(audit.path())).doesNotContain("Mallory", "region =");
    }

    /** Of every plan its text, which is its fingerprint, and what was decided of its table. */
    private static void assertWrittenDown(AuditFile audit, String user, int times, int filters) throws IOException {
        List<JsonNode> queries = audit.entries("query", user).stream()
                .filter(entry -> entry.path("query_text").asText().equals(PEOPLE.text()))
                .toList();
        assertThat(queries).hasSize(times).allSatisfy(entry -> {
            assertThat(entry.path("status").asText()).isEqualTo("success");
            assertThat(entry.path("protocol").asText()).isEqualTo("flight-sql");
            assertThat(entry.path("rows_returned").asInt()).isBetween(1, 2);
        });
        assertThat(queries)
                .extracting(entry -> entry.path("query_hash").asText())
                .allSatisfy(hash -> assertThat(hash)
                        .hasSize(64)
                        .isEqualTo(queries.getFirst().path("query_hash").asText()));
        List<JsonNode> decisions = audit.entries("policy_decision", user);
        assertThat(queries.subList(0, 2))
                .allSatisfy(entry -> assertThat(decisions)
                        .filteredOn(decision -> decision.path("query_id").equals(entry.path("query_id")))
                        .isNotEmpty()
                        .allSatisfy(decision -> {
                            assertThat(decision.path("resource").asText()).isEqualTo("lake.main.people");
                            assertThat(decision.path("row_filters_applied").asInt())
                                    .isEqualTo(filters);
                        }));
    }

    @Test
    void plansAreLimitedInSizeInRowsAndInNumber() throws Exception {
        try (ServerProgram server = ServerProgram.start(
                        folder,
                        "SQE_QUERY__MAX_RESULT_ROWS=100",
                        "SQE_QUERY__MAX_SQL_BYTES=1000",
                        "SQE_QUERY__MAX_CONCURRENT_PER_USER=1",
                        "SQE_QUERY__QUEUE_TIMEOUT_SECS=1");
                FlightCalls ann = FlightCalls.as("ann", server);
                FlightCalls bob = FlightCalls.as("bob", server)) {
            ann.value("CREATE TABLE enough AS SELECT CAST(x AS INTEGER) AS id FROM UNNEST(sequence(1, 100)) s(x)");
            server.awaitMetric(NOTHING_RUNS);
            ann.value("CREATE TABLE many AS SELECT CAST(x AS INTEGER) AS id FROM UNNEST(sequence(1, 101)) s(x)");
            SubstraitQuery enough = query(read("enough", "id", I32), "id");

            server.awaitMetric(NOTHING_RUNS);
            refused(() -> rows(ann, query(read("many", "id", I32), "id")), "RESOURCE_EXHAUSTED", "max_result_rows");

            int rest = enough.size() - "id".length();
            SubstraitPlan large = plan(query(read("enough", "id", I32), "x".repeat(1000)));
            refused(() -> ann.sql().executeSubstrait(large, ann.login()), "RESOURCE_EXHAUSTED", "max_sql_bytes");
            refused(
                    () -> ann.sql().getExecuteSubstraitSchema(large, ann.login()),
                    "RESOURCE_EXHAUSTED",
                    "max_sql_bytes");
            refused(() -> ann.sql().prepare(large, ann.login()), "RESOURCE_EXHAUSTED", "max_sql_bytes");
            server.awaitMetric(NOTHING_RUNS);
            assertThat(rows(ann, query(read("enough", "id", I32), "x".repeat(900 - rest))))
                    .hasSize(100);

            server.awaitMetric(NOTHING_RUNS);
            FlightInfo unread = ann.sql().executeSubstrait(plan(enough), ann.login());
            refused(() -> rows(ann, enough), "TOO_MANY_REQUESTS", "max_concurrent_per_user");
            assertThat(rows(bob, enough)).hasSize(100);
            assertThat(ann.rows(unread)).hasSize(100);
            server.awaitMetric(NOTHING_RUNS);
            assertThat(rows(ann, enough)).hasSize(100);
        }
    }

    private static List<String> rows(FlightCalls calls, SubstraitQuery query) {
        return calls.rows(calls.sql().executeSubstrait(plan(query), calls.login()));
    }

    private static SubstraitPlan plan(SubstraitQuery query) {
        return new SubstraitPlan(query.plan(), "0.87.0");
    }

    /** The plans that somebody may know of, and whether their rows were kept ones. */
    private static List<String> history(FlightCalls calls) {
        return calls.rows("SELECT \"user\", cached FROM system.runtime.queries"
                + " WHERE query IN ('%s', '%s') AND state = 'FINISHED' ORDER BY created"
                        .formatted(PEOPLE.text(), NAMES.text()));
    }

    private static void refused(ThrowingCallable call, String code, String limit) {
        assertThatThrownBy(call)
                .hasMessageContaining(limit)
                .isInstanceOfSatisfying(
                        FlightRuntimeException.class,
                        failure -> assertThat(failure.status().metadata().get("x-sqe-error-code"))
                                .isEqualTo(code));
    }
}
