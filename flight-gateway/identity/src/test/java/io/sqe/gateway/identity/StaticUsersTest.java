package io.sqe.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.failure.AuthenticationException.Reason;
import io.sqe.policy.decision.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StaticUsersTest {
    /** The least that bcrypt knows, for the tests' sake. */
    private static final int COST = 4;

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void nameFile() {
        file = folder.resolve("users.toml");
    }

    @Test
    void rightPasswordGivesThePrincipalWithItsRoles() throws IOException {
        StaticUsers users = users("ann", "secret");
        Principal ann = new Principal("ann", Set.of("analyst"));
        assertThat(users.authenticate(new Credentials.Password("ann", "secret")))
                .isEqualTo(ann);
        assertThat(users.authenticate(new Credentials.Password("ann", "secret")))
                .isEqualTo(ann);
    }

    @Test
    void wrongPasswordAndUnknownUserAreRefusedAlike() throws IOException {
        StaticUsers users = users("ann", "secret");
        users.authenticate(new Credentials.Password("ann", "secret"));
        refused(Reason.INVALID, () -> users.authenticate(new Credentials.Password("ann", "Secret")));
        refused(Reason.INVALID, () -> users.authenticate(new Credentials.Password("bob", "secret")));
        refused(Reason.INVALID, () -> users.authenticate(new Credentials.Password("ann", "")));
        refused(Reason.INVALID, () -> users.authenticate(new Credentials.Password("ann", "x".repeat(100))));
        refused(Reason.MISSING, () -> users.authenticate(new Credentials.NameOnly("ann")));
        refused(Reason.MISSING, () -> users.authenticate(new Credentials.None()));
    }

    @Test
    void strangersHashCostsWhatTheDearestInTheFileDoes() {
        assertThat(PasswordHash.unknown(11).cost()).isEqualTo(11);
        assertThat(PasswordHash.unknown(COST).matches("anything")).isFalse();
    }

    @Test
    void reloadForgetsWhoIsNoLongerThereAndAWrongFileChangesNothing() throws IOException {
        List<String> changed = new ArrayList<>();
        StaticUsers users = users("ann", "secret");
        users.authenticate(new Credentials.Password("ann", "secret"));
        Files.writeString(file, "[[user]]\nname = 7\n");
        assertThatExceptionOfType(UserFileException.class).isThrownBy(() -> users.readAgain(file, changed::add));
        users.authenticate(new Credentials.Password("ann", "secret"));
        write("bob", "other");
        Runnable change = users.readAgain(file, changed::add);
        users.authenticate(new Credentials.Password("ann", "secret"));
        change.run();
        assertThat(changed).containsExactly("ann");
        refused(Reason.INVALID, () -> users.authenticate(new Credentials.Password("ann", "secret")));
        assertThat(users.authenticate(new Credentials.Password("bob", "other")).name())
                .isEqualTo("bob");
    }

    @Test
    void everythingWrongWithTheFileIsToldAtOnceAndNoHashIsShown() throws IOException {
        String hash = hash("secret");
        Files.writeString(file, """
                [[user]]
                name = "ann"
                password = "plain"
                [[user]]
                name = "bob"
                password = "%s"
                role = "x"
                [[user]]
                name = "bob"
                password = "%s"
                """.formatted(hash, hash));
        assertThatExceptionOfType(UserFileException.class)
                .isThrownBy(() -> new StaticUsers(file))
                .withMessage("""
                        users.toml:1:1: user ann: it is no bcrypt hash; make one with: sqe user hash
                        users.toml:7:1: unknown key role; a user has name, password and roles
                        users.toml:8:1: user bob is there twice""");
    }

    @Test
    void hashOfAPasswordMatchesItAlone() {
        PasswordHash hash = PasswordHash.of("pass wörd".toCharArray());
        assertThat(hash.matches("pass wörd")).isTrue();
        assertThat(hash.matches("pass word")).isFalse();
        assertThat(hash.toString()).isEqualTo("[REDACTED]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PasswordHash.of("x".repeat(73).toCharArray()));
    }

    private StaticUsers users(String name, String password) throws IOException {
        write(name, password);
        return new StaticUsers(file);
    }

    private void write(String name, String password) throws IOException {
        Files.writeString(
                file,
                "[[user]]\nname = \"%s\"\npassword = \"%s\"\nroles = [\"analyst\"]\n".formatted(name, hash(password)));
    }

    private static String hash(String password) {
        return BCrypt.withDefaults().hashToString(COST, password.toCharArray());
    }

    private static void refused(Reason reason, ThrowingCallable attempt) {
        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(attempt)
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
