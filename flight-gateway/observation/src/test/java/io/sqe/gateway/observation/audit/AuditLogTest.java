package io.sqe.gateway.observation.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.observation.QueryRecord;
import io.sqe.gateway.observation.audit.AuditEntry.Kind;
import io.sqe.gateway.observation.sql.StatementType;
import io.sqe.gateway.query.ClientContext;
import io.sqe.policy.decision.Principal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditLogTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void nameFile() {
        file = folder.resolve("logs").resolve("audit.jsonl");
    }

    @Test
    void queryIsWrittenWithTheFieldsThatAuditorsKnowAndNoLiteral() throws IOException {
        try (AuditLog log = open(Long.MAX_VALUE)) {
            new AuditedQueries(log, AuditedQueries.Text.WITHOUT_LITERALS).ended(query());
            JsonNode entry = new ObjectMapper().readTree(lines(file).getFirst());
            assertThat(entry.path("timestamp").asText()).isEqualTo("2026-11-21T12:00:00Z");
            assertThat(entry.path("kind").asText()).isEqualTo("query");
            assertThat(entry.path("username").asText()).isEqualTo("ann");
            assertThat(entry.path("session_id").asText()).isEqualTo("s-1");
            assertThat(entry.path("client_ip").asText()).isEqualTo("10.0.0.7");
            assertThat(entry.path("query_hash").asText()).hasSize(64);
            assertThat(entry.path("query_text").asText()).isEqualTo("SELECT '[REDACTED:TEXT]' FROM t");
            assertThat(entry.path("statement_type").asText()).isEqualTo("query");
            assertThat(entry.path("duration_ms").asLong()).isEqualTo(1500);
            assertThat(entry.path("rows_returned").asLong()).isEqualTo(7);
            assertThat(entry.path("status").asText()).isEqualTo("error");
            assertThat(entry.path("error_code").asText()).isEqualTo("QUERY_TIMEOUT");
            assertThat(entry.path("integrity").path("seq").asLong()).isEqualTo(1);
        }
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void entryIsInTheFileBeforeTheLogIsClosed() throws IOException {
        try (AuditLog log = open(Long.MAX_VALUE)) {
            log.append(event("one"));
            assertThat(lines(file)).hasSize(1);
        }
    }

    @Test
    void changedLineBreaksTheChainThere() throws IOException {
        writeThree();
        assertThat(check(file)).isInstanceOf(ChainCheck.Result.Holds.class);
        Files.writeString(file, Files.readString(file).replace("\"two\"", "\"new\""));
        assertThat(check(file))
                .isInstanceOfSatisfying(
                        ChainCheck.Result.Broken.class,
                        broken -> assertThat(broken.line()).isEqualTo(2));
    }

    @Test
    void removedLineBreaksTheChainThere() throws IOException {
        writeThree();
        List<String> lines = lines(file);
        Files.write(file, List.of(lines.get(0), lines.get(2)));
        assertThat(check(file))
                .isInstanceOfSatisfying(
                        ChainCheck.Result.Broken.class,
                        broken -> assertThat(broken.line()).isEqualTo(2));
    }

    @Test
    void lineTornByKillIsTakenOffAndTheChainGoesOn() throws IOException {
        writeThree();
        Files.writeString(file, "{\"timestamp\":\"2026", StandardOpenOption.APPEND);
        try (AuditLog log = open(Long.MAX_VALUE)) {
            log.append(event("four"));
        }
        List<String> lines = lines(file);
        assertThat(lines).hasSize(5);
        assertThat(lines.get(3)).contains("\"kind\":\"recovery\"", "\"torn_bytes\":18");
        assertThat(lines.get(4)).contains("\"four\"", "\"seq\":5");
        assertThat(check(file)).isInstanceOf(ChainCheck.Result.Holds.class);
    }

    @Test
    void fileThatEndsWithAForeignLineIsNotContinued() throws IOException {
        writeThree();
        Files.writeString(file, "{\"kind\":\"query\"}\n", StandardOpenOption.APPEND);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> open(Long.MAX_VALUE))
                .withMessageContaining("does not end with a sealed line");
    }

    @Test
    void rotationKeepsOldFilesAndTheChainEvenOverARestart() throws IOException {
        try (AuditLog log = open(1)) {
            log.append(event("one"));
            log.append(event("two"));
        }
        Files.delete(file);
        try (AuditLog log = open(1)) {
            log.append(event("again"));
        }
        Path kept = file.resolveSibling("audit.jsonl.000000000001");
        assertThat(lines(kept)).singleElement().asString().contains("\"one\"");
        assertThat(lines(file)).singleElement().asString().contains("\"again\"", "\"seq\":2");
        assertThat(check(kept, file))
                .isInstanceOfSatisfying(
                        ChainCheck.Result.Holds.class,
                        holds -> assertThat(holds.lines()).isEqualTo(2));
        assertThat(check(file, kept)).isInstanceOf(ChainCheck.Result.Broken.class);
    }

    @Test
    void lineTornByKillIsToldFromOneThatWasChanged() throws IOException {
        writeThree();
        Files.writeString(file, "{\"timestamp\":\"2026", StandardOpenOption.APPEND);
        assertThat(check(file)).isEqualTo(new ChainCheck.Result.Torn(file, 4, 3));
    }

    private static ChainCheck.Result check(Path... files) throws IOException {
        return ChainCheck.of(List.of(files));
    }

    private void writeThree() {
        try (AuditLog log = open(Long.MAX_VALUE)) {
            Stream.of("one", "two", "three").forEach(name -> log.append(event(name)));
        }
    }

    private AuditLog open(long bytesMax) {
        return AuditLog.open(file, bytesMax, CLOCK);
    }

    private static AuditEntry event(String name) {
        return new AuditEntry(NOON, Kind.AUTH).with("username", name).with("integrity_like", "},\"integrity\":{");
    }

    private static List<String> lines(Path path) throws IOException {
        return Files.readAllLines(path);
    }

    private static QueryRecord query() {
        return new QueryRecord(
                new QueryId("q-1"),
                new Principal("ann", Set.of("analyst")),
                new ClientContext("flight-sql", Optional.of("s-1"), Optional.of("10.0.0.7"), Optional.empty()),
                "SELECT 'secret' FROM t",
                StatementType.QUERY,
                Optional.empty(),
                NOON,
                Duration.ZERO,
                Duration.ofMillis(1500),
                Duration.ofMillis(3),
                Optional.empty(),
                7,
                56,
                false,
                Optional.of(ErrorCode.QUERY_TIMEOUT));
    }
}
