package io.sqe.gateway.trino.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.gateway.trino.testing.ScriptedEngine;
import io.sqe.gateway.trino.testing.ServerTrial;
import io.sqe.gateway.trino.testing.WireClient.Answer;
import io.sqe.gateway.trino.testing.WireClient.Result;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements about the session that the client keeps. */
final class SessionStatementsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PREPARE p FROM SELECT n -- as it is | X-Trino-Added-Prepare | p=SELECT+n",
                "/* now */ prepare \"P q\" from SELECT 'a;b'; | X-Trino-Added-Prepare | P+q=SELECT+%27a%3Bb%27",
                "DEALLOCATE PREPARE known | X-Trino-Deallocated-Prepare | known",
                "SET SESSION query_max_run_time = '2s' | X-Trino-Set-Session | query_max_run_time=2s",
                "RESET SESSION query_max_run_time | X-Trino-Clear-Session | query_max_run_time",
                "SET ROLE analyst | X-Trino-Set-Role | system=ROLE%7Banalyst%7D",
                "SET ROLE ALL | X-Trino-Set-Role | system=ALL",
                "SET TIME ZONE 'Asia/Tokyo' | X-Trino-Set-Session | time_zone_id=Asia%2FTokyo",
                "SET TIME ZONE LOCAL | X-Trino-Clear-Session | time_zone_id"
            })
    void aChangeIsToldInAHeader(String sql, String header, String value) {
        try (var trial = ServerTrial.open(new ScriptedEngine());
                var client = trial.ann().with("X-Trino-Prepared-Statement", "known=SELECT+1")) {
            Answer last = client.run(sql).last();

            assertThat(last.json().path("error").toString()).isEmpty();
            assertThat(last.header(header)).containsExactly(value);
            assertThat(last.json().path("columns").toString()).isEqualTo("[]");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PREPARE p FROM | SYNTAX_ERROR",
                "PREPARE p SELECT 1 | SYNTAX_ERROR",
                "EXECUTE nobody | NOT_FOUND",
                "DEALLOCATE PREPARE nobody | NOT_FOUND",
                "SET SESSION no_such_thing = 1 | INVALID_SESSION_PROPERTY",
                "SET SESSION query_max_run_time = 'soon' | INVALID_SESSION_PROPERTY",
                "SET ROLE admin | PERMISSION_DENIED",
                "SET ROLE NONE | NOT_SUPPORTED",
                "SET TIME ZONE 'Mars' | INVALID_ARGUMENTS",
                "COMMIT | NOT_IN_TRANSACTION",
                "SET nonsense | SYNTAX_ERROR"
            })
    void whatCannotBeDoneHasTrinosName(String sql, String error) {
        try (var trial = ServerTrial.open(new ScriptedEngine());
                var client = trial.ann()) {
            assertThat(client.run(sql).error().path("errorName").asText()).isEqualTo(error);
        }
    }

    @Test
    void aPlaceIsGivenForASyntaxError() {
        try (var trial = ServerTrial.open(new ScriptedEngine());
                var client = trial.ann()) {
            assertThat(client.run("SET SESSION\n query_max_run_time 2")
                            .error()
                            .path("errorLocation")
                            .toString())
                    .isEqualTo("{\"lineNumber\":2,\"columnNumber\":21}");
        }
    }

    @Test
    void aPreparedStatementRunsFromWhatTheClientHasKept() {
        try (var trial = ServerTrial.open(new ScriptedEngine().numbers("SELECT n", 2));
                var client = trial.ann().with("X-Trino-Prepared-Statement", "p=SELECT+n")) {
            assertThat(client.run("EXECUTE p").rows()).containsExactly("[0]", "[1]");
            assertThat(client.run("EXECUTE IMMEDIATE 'SELECT n'").rows()).hasSize(2);
        }
    }

    @Test
    void aTransactionGroupsReadsAndRefusesChanges() {
        try (var trial = ServerTrial.open(new ScriptedEngine().numbers("SELECT n", 1));
                var client = trial.ann()) {
            String id = client.run("START TRANSACTION READ ONLY")
                    .last()
                    .header("X-Trino-Started-Transaction-Id")
                    .getFirst();
            var inTransaction = client.with("X-Trino-Transaction-Id", id);

            assertThat(inTransaction.run("SELECT n").rows()).hasSize(1);
            assertThat(inTransaction
                            .run("DELETE FROM t")
                            .error()
                            .path("errorName")
                            .asText())
                    .isEqualTo("AUTOCOMMIT_WRITE_CONFLICT");
            assertThat(inTransaction.run("ROLLBACK").last().header("X-Trino-Clear-Transaction-Id"))
                    .containsExactly("true");
        }
    }

    @Test
    void theSessionShowsWhatItHas() {
        try (var trial = ServerTrial.open(new ScriptedEngine());
                var client = trial.ann().with("X-Trino-Session", "query_max_run_time=2s")) {
            Result shown = client.run("SHOW SESSION LIKE 'query_max_run%'");

            assertThat(shown.rows()).hasSize(1).first().asString().startsWith("[\"query_max_run_time\",\"2s\",");
        }
    }

    @Test
    void theSessionsZoneGoesBeforeTheClients() {
        try (var trial = ServerTrial.open(new ScriptedEngine().numbers("SELECT n", 1));
                var client = trial.ann()
                        .with("X-Trino-Session", "time_zone_id=%2B02%3A00")
                        .with("X-Trino-Time-Zone", "Asia/Tokyo")) {
            client.run("SELECT n");

            assertThat(trial.engine().sessions().getFirst().zone()).isEqualTo(ZoneOffset.ofHours(2));
        }
    }

    @Test
    void aStatementThatTakesLongerThanItsSessionAllowsIsEnded() {
        try (var trial = ServerTrial.open(new ScriptedEngine().blocked("SELECT slow"));
                var client = trial.ann().with("X-Trino-Session", "query_max_run_time=10ms")) {
            assertThat(client.run("SELECT slow").error().path("errorName").asText())
                    .isEqualTo("EXCEEDED_TIME_LIMIT");
            trial.engine().queries().getFirst().awaitClosed();
        }
    }
}
