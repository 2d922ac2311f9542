package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.arrow.flight.FlightRuntimeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What one user's queries have brought into the engine's memory serves others only as their own rights have it. */
@Timeout(600)
class DataCacheIT {
    /** {@code bob} may see the people of the EU without their names, and {@code eve} nothing. */
    private static final String POLICY = """
            [[rule]]
            table = "*"
            users = ["ann"]
            actions = ["select", "insert", "create", "drop", "discover"]

            [[rule]]
            table = "lake.main.people"
            users = ["bob"]
            row-filter = "region = 'EU'"
            mask.name = "'***'"
            """;

    private static final String ALL = "SELECT id, name FROM people ORDER BY id";

    @TempDir
    Path folder;

    @Test
    void filesThatOneUserHasReadOftenAreReadByOthersUnderTheirOwnRules() throws Exception {
        try (ServerProgram server = ServerProgram.start(folder, settings());
                FlightCalls ann = FlightCalls.as("ann", server);
                FlightCalls bob = FlightCalls.as("bob", server);
                FlightCalls eve = FlightCalls.as("eve", server)) {
            ann.value("CREATE TABLE people AS SELECT * FROM (VALUES (1, 'Ada', 'EU'), (2, 'Mallory', 'US'))"
                    + " t(id, name, region)");
            awaitHeld(server, ann);

            assertThat(ann.rows(ALL)).containsExactly("1|Ada", "2|Mallory");
            assertThat(bob.rows(ALL)).containsExactly("1|***");
            assertThat(bob.rows("SELECT max(id) FROM people")).containsExactly("1");
            assertThat(bob.rows("SELECT count(*) FROM people WHERE name = 'Mallory'"))
                    .containsExactly("0");
            assertThat(bob.rows("SELECT id FROM people WHERE 1 / (id - 2) < 0")).containsExactly("1");
            assertThatThrownBy(() -> eve.rows(ALL))
                    .isInstanceOf(FlightRuntimeException.class)
                    .hasMessageNotContaining("Mallory");

            Files.writeString(folder.resolve("policy.toml"), POLICY.replace("'EU'", "'US'"));
            server.reload();
            assertThat(bob.rows(ALL)).containsExactly("2|***");
            assertThat(server.terminate()).isZero();
        }
    }

    @Test
    void aTableThatHasChangedIsReadAsItIsNow() throws Exception {
        try (ServerProgram server = ServerProgram.start(folder, settings());
                FlightCalls ann = FlightCalls.as("ann", server)) {
            ann.value("CREATE TABLE people AS SELECT * FROM (VALUES (1, 'Ada', 'EU')) t(id, name, region)");
            awaitHeld(server, ann);
            assertThat(ann.rows(ALL)).containsExactly("1|Ada");

            ann.value("INSERT INTO people VALUES (2, 'Mallory', 'US')");
            assertThat(ann.rows(ALL)).containsExactly("1|Ada", "2|Mallory");
            ann.value("DROP TABLE people");
            assertThatThrownBy(() -> ann.rows(ALL)).isInstanceOf(FlightRuntimeException.class);
            ann.value("CREATE TABLE people AS SELECT * FROM (VALUES (3, 'Eve', 'EU')) t(id, name, region)");
            assertThat(ann.rows(ALL)).containsExactly("3|Eve");
            assertThat(server.terminate()).isZero();
        }
    }

    /** Until the engine holds a table's files and has served them. */
    private static void awaitHeld(ServerProgram server, FlightCalls ann) throws IOException, InterruptedException {
        List<String> rows = ann.rows(ALL);
        while (!server.metrics().contains("sqe_cache_entries{cache=\"data\"} 1.0")
                || server.metrics().contains("sqe_cache_hits_total{cache=\"data\"} 0.0")) {
            assertThat(ann.rows(ALL)).isEqualTo(rows);
        }
    }

    private String[] settings() throws IOException {
        Files.writeString(folder.resolve("policy.toml"), POLICY);
        return new String[] {
            "SQE_POLICY__ENGINE=in_memory",
            "SQE_POLICY__FILE=" + folder.resolve("policy.toml"),
            "SQE_QUERY_CACHE__ENABLED=false"
        };
    }
}
