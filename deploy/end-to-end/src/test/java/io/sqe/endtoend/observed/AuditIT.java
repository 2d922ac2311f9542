package io.sqe.endtoend.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sqe.cli.server.AuditCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.arrow.flight.FlightRuntimeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class AuditIT {
    private static final String POLICY = """
            default = "allow"
            mask-key = "sixteen letters and more"
            [[rule]]
            table = "lake.main.people"
            users = ["ann"]
            actions = ["insert", "create", "drop", "discover"]
            [[rule]]
            table = "lake.main.people"
            users = ["ann"]
            row-filter = "id < 1000000"
            mask.card = "MASK_SHOW_LAST_4"
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyKindOfEventIsWrittenDownWithWhoAndFromWhere() throws Exception {
        Map<String, String> settings = Map.of(
                "SQE_POLICY__ENGINE", "in_memory",
                "SQE_POLICY__FILE",
                        Files.writeString(folder.resolve("policy.toml"), POLICY).toString(),
                "SQE_SECURITY__TRUSTED_PROXIES", "127.0.0.0/8");
        try (ObservedServer server = ObservedServer.start(folder, settings);
                FlightCaller flight = server.flight("secret")) {
            assertThat(server.trino("CREATE TABLE lake.main.people AS SELECT 1 AS id, '4929' AS card", Map.of()))
                    .doesNotContain("errorCode");
            flight.rows("SELECT card FROM lake.main.people", Map.of("x-forwarded-for", "198.51.100.7"));
            flight.rows("SELECT card FROM lake.main.people", Map.of());
            server.trino("DROP TABLE lake.main.people", Map.of());
            assertThatExceptionOfType(FlightRuntimeException.class)
                    .isThrownBy(() -> flight.rows("SELECT * FROM read_csv('/etc/passwd')", Map.of()));
            assertThat(server.trinoStatus("wrong")).isEqualTo(401);
            assertThatExceptionOfType(FlightRuntimeException.class)
                    .isThrownBy(() -> server.flight("wrong").close());
        }
        List<JsonNode> entries = entries();
        assertThat(entries)
                .filteredOn(is("kind", "query"))
                .filteredOn(is("protocol", "flight-sql"))
                .filteredOn(is("status", "success"))
                .hasSize(2)
                .allSatisfy(query -> {
                    assertThat(query.path("rows_returned").asLong()).isEqualTo(1);
                    assertThat(query.path("query_hash").asText()).hasSize(64);
                    assertThat(query.path("session_id").asText()).isNotEmpty();
                })
                .extracting(query -> query.path("client_ip").asText())
                .containsExactly("198.51.100.7", "127.0.0.1");
        assertThat(entries)
                .filteredOn(is("kind", "admin_ddl"))
                .singleElement()
                .satisfies(drop -> assertThat(drop.path("query_text").asText()).startsWith("DROP TABLE"));
        assertThat(entries)
                .filteredOn(is("kind", "policy_decision"))
                .filteredOn(is("decision", "restricted"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(decision -> {
                    assertThat(decision.path("resource").asText()).isEqualTo("lake.main.people");
                    assertThat(decision.path("row_filters_applied").asInt()).isEqualTo(1);
                    assertThat(decision.path("columns_masked").path(0).asText()).isEqualTo("card");
                });
        assertThat(entries)
                .filteredOn(is("kind", "auth"))
                .filteredOn(is("status", "error"))
                .hasSize(2)
                .allSatisfy(login -> {
                    assertThat(login.path("username").asText()).isEqualTo("ann");
                    assertThat(login.path("client_ip").asText()).isEqualTo("127.0.0.1");
                });
        assertThat(entries).filteredOn(is("kind", "session")).isNotEmpty();
        assertThat(entries).filteredOn(is("kind", "access")).singleElement().satisfies(refused -> {
            assertThat(refused.path("username").asText()).isEqualTo("ann");
            assertThat(refused.path("action").asText()).isEqualTo("GET_FLIGHT_INFO");
        });
        assertThat(Files.readString(folder.resolve("audit.jsonl")))
                .doesNotContain("1000000", "4929", "secret", "wrong");
        assertThat(verify()).startsWith("The chain holds: %d entries".formatted(entries.size()));
    }

    @Test
    void chainGoesOnAfterAKillAndVerifyTellsWhereItIsBroken() throws Exception {
        try (ObservedServer server = ObservedServer.start(folder, Map.of())) {
            server.trino("SELECT 1", Map.of());
            server.kill();
        }
        Path log = folder.resolve("audit.jsonl");
        Files.writeString(log, "{\"timestamp\":\"20", StandardOpenOption.APPEND);
        assertThat(verify()).contains("is torn");
        try (ObservedServer server = ObservedServer.start(folder, Map.of())) {
            server.trino("SELECT 2", Map.of());
        }
        assertThat(entries()).filteredOn(is("kind", "recovery")).hasSize(1);
        assertThat(verify()).startsWith("The chain holds");

        Files.writeString(log, Files.readString(log).replaceFirst("\"status\":\"success\"", "\"status\":\"error\""));
        assertThat(verify()).contains("The chain breaks at line ");
    }

    @Test
    void nothingRunsThatCannotBeWrittenDownWhereTheLogMustBeComplete() throws Exception {
        Map<String, String> settings = Map.of(
                "SQE_METRICS__AUDIT__ON_FAILURE", "refuse",
                "SQE_METRICS__AUDIT_LOG_PATH", "/dev/full");
        try (ObservedServer server = ObservedServer.start(folder, settings)) {
            assertThat(server.trino("CREATE TABLE lake.main.unseen AS SELECT 1 AS n", Map.of()))
                    .contains("the audit log cannot be written");
            assertThat(server.warehouse().resolve("main").resolve("unseen")).doesNotExist();
        }
    }

    private List<JsonNode> entries() throws IOException {
        ObjectMapper json = new ObjectMapper();
        return Files.readAllLines(folder.resolve("audit.jsonl")).stream()
                .<JsonNode>map(line -> {
                    try {
                        return json.readTree(line);
                    } catch (IOException malformed) {
                        throw new AssertionError(line, malformed);
                    }
                })
                .toList();
    }

    private static Predicate<JsonNode> is(String field, String value) {
        return entry -> entry.path(field).asText().equals(value);
    }

    private String verify() {
        StringWriter said = new StringWriter();
        CommandLine command = AuditCommand.commandLine();
        command.setOut(new PrintWriter(said, true));
        command.execute("verify", folder.resolve("audit.jsonl").toString());
        return said.toString();
    }
}
