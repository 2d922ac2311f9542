package io.sqe.gateway.trino.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sqe.catalog.NamespaceName;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.SqlPosition;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.trino.statement.StatementLimits;
import io.sqe.gateway.trino.testing.ScriptedEngine;
import io.sqe.gateway.trino.testing.ServerTrial;
import io.sqe.gateway.trino.testing.WireClient;
import io.sqe.gateway.trino.testing.WireClient.Answer;
import io.sqe.gateway.trino.testing.WireClient.Result;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A statement's way from POST to its last page, as it looks on the wire. */
final class StatementProtocolTest {

    @Test
    void rowsComeWithTheirColumnsAndNothingFollowsTheLastPage() {
        try (var trial = ServerTrial.open(new ScriptedEngine().numbers("SELECT n", 3));
                var client = trial.ann()) {
            Result result = client.run("SELECT n");

            assertThat(result.rows()).containsExactly("[0]", "[1]", "[2]");
            assertThat(result.columns().toString())
                    .isEqualTo("[{\"name\":\"n\",\"type\":\"bigint\","
                            + "\"typeSignature\":{\"rawType\":\"bigint\",\"arguments\":[]}}]");
            assertThat(result.last().json().path("stats").path("state").asText())
                    .isEqualTo("FINISHED");
            assertThat(result.last().json().has("updateType")).isFalse();
            trial.engine().queries().getFirst().awaitClosed();
        }
    }

    @Test
    void aFullPageIsFollowedByAnotherAndRowsAreMadeWhenAskedFor() {
        StatementLimits small = StatementLimits.standard().withPageBytesMax(1_000);
        try (var trial = ServerTrial.open(new ScriptedEngine().endless("SELECT n"), options -> options.with(small));
                var client = trial.ann()) {
            Answer posted = client.post("SELECT n");
            Answer first = client.get(posted.nextUri());
            Answer second = client.get(first.nextUri());

            assertThat(first.json().path("data").size()).isPositive();
            assertThat(first.body().length()).isLessThan(4_000);
            assertThat(second.json().path("data").get(0).get(0).asInt())
                    .isEqualTo(first.json().path("data").size());
            assertThat(trial.engine().queries().getFirst().batchesRead()).isEqualTo(1);
        }
    }

    @Test
    void thePageBeforeMayBeAskedForAgainAndAnOlderOneIsGone() {
        StatementLimits small = StatementLimits.standard().withPageBytesMax(1_000);
        try (var trial = ServerTrial.open(new ScriptedEngine().endless("SELECT n"), options -> options.with(small));
                var client = trial.ann()) {
            String firstUri = client.post("SELECT n").nextUri();
            Answer first = client.get(firstUri);
            Answer again = client.get(firstUri);
            Answer second = client.get(first.nextUri());

            assertThat(again.json().path("data")).isEqualTo(first.json().path("data"));
            assertThat(again.nextUri()).isEqualTo(first.nextUri());
            assertThat(second.status()).isEqualTo(200);
            assertThat(client.get(firstUri).status()).isEqualTo(410);
        }
    }

    @Test
    void aSlowStatementAnswersWithProgressUntilItHasRows() {
        StatementLimits impatient = StatementLimits.standard().withWaits(Duration.ofMillis(20), Duration.ofMillis(5));
        try (var trial = ServerTrial.open(new ScriptedEngine().blocked("SELECT slow"), o -> o.with(impatient));
                var client = trial.ann()) {
            Answer answer = client.post("SELECT slow");
            for (int i = 0; i < 3; i++) {
                answer = client.get(answer.nextUri() + "?maxWait=10ms");
            }

            JsonNode stats = answer.json().path("stats");
            assertThat(answer.json().has("data")).isFalse();
            assertThat(stats.path("state").asText()).isEqualTo("RUNNING");
            assertThat(stats.path("progressPercentage").asDouble()).isEqualTo(40.0);
            assertThat(stats.path("totalSplits").asInt()).isEqualTo(100);
            assertThat(stats.path("processedRows").asLong()).isEqualTo(4_000);
        }
    }

    @Test
    void aClientEndsItsStatement() {
        try (var trial = ServerTrial.open(new ScriptedEngine().blocked("SELECT slow"));
                var client = trial.ann()) {
            Answer posted = client.post("SELECT slow");
            Answer deleted = client.send("DELETE", posted.nextUri());
            Answer after = client.get(posted.nextUri());

            assertThat(deleted.status()).isEqualTo(204);
            assertThat(after.json().path("error").path("errorName").asText()).isEqualTo("USER_CANCELED");
            trial.engine().queries().getFirst().awaitClosed();
        }
    }

    @Test
    void anErrorHasTrinosNameNumberTypeAndPlace() {
        var engine = new ScriptedEngine()
                .failing(
                        "SELECT x",
                        ErrorCode.COLUMN_NOT_FOUND,
                        "Column 'x' cannot be resolved",
                        new SqlPosition(1, 8, 1, 8));
        try (var trial = ServerTrial.open(engine);
                var client = trial.ann()) {
            JsonNode error = client.run("SELECT x").error();

            assertThat(error.path("errorName").asText()).isEqualTo("COLUMN_NOT_FOUND");
            assertThat(error.path("errorCode").asInt()).isEqualTo(47);
            assertThat(error.path("errorType").asText()).isEqualTo("USER_ERROR");
            assertThat(error.path("errorLocation").toString()).isEqualTo("{\"lineNumber\":1,\"columnNumber\":8}");
        }
    }

    @Test
    void aFaultOfTheServerTellsNoReasonButAnId() {
        try (var trial = ServerTrial.open(new ScriptedEngine().broken("SELECT broken"));
                var client = trial.ann()) {
            Result result = client.run("SELECT broken");

            assertThat(result.error().path("errorName").asText()).isEqualTo("GENERIC_INTERNAL_ERROR");
            assertThat(result.last().body())
                    .doesNotContain("secret reason")
                    .contains(result.last().json().path("id").asText());
        }
    }

    @Test
    void changesHaveATypeACountAndColumns() {
        var engine = new ScriptedEngine()
                .written("INSERT INTO t VALUES 1, 2", 2)
                .command("CREATE OR REPLACE TABLE t (a int)", _ -> {});
        try (var trial = ServerTrial.open(engine);
                var client = trial.ann()) {
            JsonNode insert = client.run("INSERT INTO t VALUES 1, 2").last().json();
            Result create = client.run("CREATE OR REPLACE TABLE t (a int)");

            assertThat(insert.path("updateType").asText()).isEqualTo("INSERT");
            assertThat(insert.path("updateCount").asLong()).isEqualTo(2);
            assertThat(insert.path("columns").get(0).path("name").asText()).isEqualTo("rows");
            assertThat(create.last().json().path("updateType").asText()).isEqualTo("CREATE TABLE");
            assertThat(create.columns()).isEmpty();
            assertThat(create.rows()).isEmpty();
        }
    }

    @Test
    void useTellsTheClientWhereItIsNow() {
        NamespaceName there = NamespaceName.of("other", "sales");
        var engine = new ScriptedEngine()
                .command(
                        "USE other.sales",
                        session -> session.moveTo(new Session.Location("other", Optional.of(there))));
        try (var trial = ServerTrial.open(engine);
                var client = trial.ann()) {
            Answer last = client.run("USE other.sales").last();

            assertThat(last.header("X-Trino-Set-Catalog")).containsExactly("other");
            assertThat(last.header("X-Trino-Set-Schema")).containsExactly("sales");
        }
    }

    @Test
    void theSessionIsTheClients() {
        try (var trial = ServerTrial.open(new ScriptedEngine().numbers("SELECT n", 1));
                WireClient client = trial.ann()
                        .with("X-Trino-Catalog", "other")
                        .with("X-Trino-Schema", "sales")
                        .with("X-Trino-Time-Zone", "Europe/Berlin")) {
            Answer posted = client.run("SELECT n").last();

            Session session = trial.engine().sessions().getFirst();
            assertThat(session.principal().name()).isEqualTo("ann");
            assertThat(session.location().namespace()).contains(NamespaceName.of("other", "sales"));
            assertThat(trial.engine().ids())
                    .containsExactly(posted.json().path("id").asText());
            assertThat(session.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        }
    }
}
