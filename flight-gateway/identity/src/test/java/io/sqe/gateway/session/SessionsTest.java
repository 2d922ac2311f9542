package io.sqe.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.failure.AuthenticationException.Reason;
import io.sqe.policy.decision.Principal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionsTest {
    private static final Principal ANN = new Principal("ann", Set.of("analyst", "auditor"));
    private static final String OLD = "old:" + key('o');
    private static final String NEW = "new:" + key('n');

    private final HandClock clock = new HandClock();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void anyCoordinatorWithTheKeyTakesTheTokenEvenAfterARestart() {
        String token = coordinator(OLD).begin(ANN).token();
        assertThat(coordinator(OLD).resume(token))
                .hasValueSatisfying(claims -> assertThat(claims.principal()).isEqualTo(ANN));
    }

    @Test
    void tokenShowsNothingOfWhatIsInIt() {
        String token = coordinator(OLD).begin(ANN).token();
        for (String part : token.split("\\.")) {
            String decoded = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.ISO_8859_1);
            assertThat(decoded).doesNotContain("ann", "analyst");
        }
        assertThat(coordinator(OLD).begin(ANN).toString()).doesNotContain("eyJ");
    }

    @Test
    void endedSessionStaysEndedAfterARestartAndOnEveryCoordinatorWithTheSameFile() throws IOException {
        Path file = folder.resolve("revocations");
        Sessions here = sharing(file);
        Sessions there = sharing(file);
        String ended = here.begin(ANN).token();
        String other = here.begin(ANN).token();
        assertThat(there.resume(ended)).isPresent();
        here.end(ended);
        clock.pass(Duration.ofSeconds(1));
        refused(Reason.EXPIRED, () -> there.resume(ended));
        refused(Reason.EXPIRED, () -> sharing(file).resume(ended));
        assertThat(there.resume(other)).isPresent();
        assertThat(Files.readString(file)).doesNotContain(ended).doesNotContain("ann");
    }

    @Test
    void allSessionsOfAUserEndAtOnceAndNewOnesCanBegin() {
        Path file = folder.resolve("revocations");
        Sessions here = sharing(file);
        String token = here.begin(ANN).token();
        String others = here.begin(new Principal("bob", Set.of())).token();
        here.endAll("ann");
        refused(Reason.EXPIRED, () -> here.resume(token));
        refused(Reason.EXPIRED, () -> sharing(file).resume(token));
        assertThat(here.resume(others)).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(here.resume(here.begin(ANN).token())).isPresent();
    }

    @Test
    void revocationIsForgottenWhenTheSessionWouldHaveEndedAnyway() throws IOException {
        Path file = folder.resolve("revocations");
        Sessions sessions = sharing(file);
        sessions.end(sessions.begin(ANN).token());
        assertThat(Files.readAllLines(file)).hasSize(1);
        clock.pass(Duration.ofHours(9));
        sharing(file);
        assertThat(file).isEmptyFile();
    }

    private Sessions sharing(Path file) {
        return new Sessions(
                ClusterKeys.parse(OLD), Duration.ofHours(2), Duration.ofHours(8), clock, Revocations.in(file, clock));
    }

    @Test
    void rotatedKeyStillOpensAndADroppedOneDoesNot() {
        String token = coordinator(OLD).begin(ANN).token();
        assertThat(coordinator(NEW + "," + OLD).resume(token)).isPresent();
        String renewed = coordinator(NEW + "," + OLD).begin(ANN).token();
        assertThat(coordinator(NEW).resume(renewed)).isPresent();
        refused(Reason.EXPIRED, () -> coordinator(NEW).resume(token));
    }

    @Test
    void changedTokenIsRefusedAndAnotherIssuersIsLeftToOthers() {
        Sessions sessions = coordinator(OLD);
        String token = sessions.begin(ANN).token();
        int middle = token.length() - 30;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';
        String changed = token.substring(0, middle) + other + token.substring(middle + 1);
        refused(Reason.INVALID, () -> sessions.resume(changed));
        refused(Reason.INVALID, () -> sessions.resume("x".repeat(20_000)));
        assertThat(sessions.resume("eyJhbGciOiJSUzI1NiJ9.e30.c2ln")).isEmpty();
        assertThat(sessions.resume("api-key")).isEmpty();
    }

    @Test
    void textsOnWhichTheParserOfTokensFailsAreRefusedLikeAnyOther() {
        Sessions sessions = coordinator(OLD);
        for (String header : List.of("null", "{}", "[]", "{\"alg\":\"dir\"}", "{\"alg\":\"dir\",\"p2c\":-1}")) {
            assertThat(sessions.resume(token(header))).as(header).isEmpty();
        }
        String ours = "{\"typ\":\"sqe-session\",\"alg\":\"dir\",\"kid\":\"old\"";
        refused(Reason.EXPIRED, () -> sessions.resume(token(ours + "}")));
        refused(Reason.EXPIRED, () -> sessions.resume(token(ours + ",\"enc\":\"A256GCM\",\"p2c\":-1}")));
        refused(Reason.INVALID, () -> sessions.resume(token(ours + ",\"enc\":\"A256GCM\"}")));
        refused(
                Reason.INVALID,
                () -> sessions.resume(token(ours + ",\"enc\":\"A256GCM\"}").replace("..a.b.c", "..a")));
    }

    private static String token(String header) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + "..a.b.c";
    }

    @Test
    void sessionEndsWhenIdleOrOldOrRevoked() {
        Sessions sessions = coordinator(OLD);
        String idle = sessions.begin(ANN).token();
        String used = sessions.begin(ANN).token();
        clock.pass(Duration.ofMinutes(10));
        sessions.resume(used);
        clock.pass(Duration.ofMinutes(10));
        refused(Reason.EXPIRED, () -> sessions.resume(idle));
        assertThat(sessions.resume(used)).isPresent();
        assertThat(sessions.activeCount()).isEqualTo(1);
        sessions.end(used);
        refused(Reason.EXPIRED, () -> sessions.resume(used));
        String old = sessions.begin(ANN).token();
        for (int i = 0; i < 48; i++) {
            clock.pass(Duration.ofMinutes(10));
            sessions.resume(old);
        }
        clock.pass(Duration.ofMinutes(1));
        refused(Reason.EXPIRED, () -> sessions.resume(old));
    }

    @Test
    void keyFileIsMadeOnceForItsOwnerAloneAndAnOpenOneIsRefused() throws IOException {
        Path file = folder.resolve("made").resolve("session.keys");
        String token = coordinator(ClusterKeys.loadOrCreate(file)).begin(ANN).token();
        assertThat(coordinator(ClusterKeys.loadOrCreate(file)).resume(token)).isPresent();
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.draft");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterKeys.loadOrCreate(file))
                .withMessageContaining("chmod 600");
    }

    @Test
    void wrongKeysAreRefusedWithoutShowingThem() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClusterKeys.parse(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterKeys.parse("a:c2hvcnQ="))
                .withMessage("Session key 1 has 40 bits; it needs 256.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterKeys.parse(OLD + "\n" + OLD))
                .withMessage("Session key 2 has the id of another.");
    }

    private Sessions coordinator(String keys) {
        return coordinator(ClusterKeys.parse(keys));
    }

    private Sessions coordinator(ClusterKeys keys) {
        return new Sessions(keys, Duration.ofMinutes(15), Duration.ofHours(8), clock);
    }

    private static String key(char letter) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(letter).repeat(32).getBytes(StandardCharsets.US_ASCII));
    }

    private static void refused(Reason reason, ThrowingCallable attempt) {
        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(attempt)
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    /** A clock that moves when told to. */
    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-21T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
