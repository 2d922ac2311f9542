package io.sqe.gateway.observation.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.failure.AuthenticationException.Reason;
import io.sqe.gateway.identity.Authenticator;
import io.sqe.gateway.identity.Credentials;
import io.sqe.gateway.query.ClientContext;
import io.sqe.policy.decision.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditedAccessTest {
    private static final ClientContext HERE =
            new ClientContext("trino", Optional.empty(), Optional.of("10.0.0.7"), Optional.empty());
    private static final ClientContext THERE =
            new ClientContext("trino", Optional.empty(), Optional.of("10.0.0.8"), Optional.empty());

    @TempDir
    private Path folder = Path.of("");

    private Optional<AuditLog> log = Optional.empty();

    @BeforeEach
    void open() {
        Clock noon = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
        log = Optional.of(AuditLog.open(folder.resolve("audit.jsonl"), Long.MAX_VALUE, noon));
    }

    @AfterEach
    void close() {
        log.orElseThrow().close();
    }

    @Test
    void loginThatIsRepeatedIsToldOnceForEachAddress() throws IOException {
        Authenticator watched = access().watching(_ -> new Principal("ann", Set.of()));
        for (ClientContext from : List.of(HERE, HERE, THERE, HERE)) {
            Principal ann = from.call(() -> watched.authenticate(new Credentials.Password("ann", "x")));
            assertThat(ann.name()).isEqualTo("ann");
        }
        assertThat(lines())
                .hasSize(2)
                .allMatch(line -> line.contains("\"kind\":\"auth\"") && line.contains("\"status\":\"success\""));
        assertThat(lines().getLast()).contains("\"client_ip\":\"10.0.0.8\"");
    }

    @Test
    void everyRefusalIsToldButOfWhoHasShownNothing() throws IOException {
        for (Reason reason : List.of(Reason.MISSING, Reason.INVALID, Reason.INVALID, Reason.EXPIRED)) {
            Authenticator watched = access().watching(_ -> {
                throw new AuthenticationException(reason);
            });
            assertThatExceptionOfType(AuthenticationException.class)
                    .isThrownBy(() -> watched.authenticate(new Credentials.Password("eve", "guess")));
        }
        assertThat(lines()).hasSize(3).allMatch(line -> line.contains("\"username\":\"eve\""));
        assertThat(lines().getLast()).contains("\"reason\":\"expired\"").doesNotContain("guess");
    }

    @Test
    void whatIsRefusedAndWhatIsStoppedForOthersNamesBoth() throws IOException {
        access().refused("eve", HERE, "DO_GET");
        access().cancelled("root", "ann", "q-1");
        assertThat(lines().getFirst())
                .contains("\"kind\":\"access\",\"username\":\"eve\",\"client_ip\":\"10.0.0.7\"", "DO_GET");
        assertThat(lines().getLast())
                .contains("\"kind\":\"admin\",\"username\":\"root\"", "\"query_owner\":\"ann\"", "\"q-1\"");
    }

    private AuditedAccess access() {
        return new AuditedAccess(log.orElseThrow());
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve("audit.jsonl"));
    }
}
