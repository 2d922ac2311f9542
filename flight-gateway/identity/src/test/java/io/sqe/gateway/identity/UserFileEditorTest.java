package io.sqe.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sqe.policy.decision.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UserFileEditorTest {
    private static final PasswordHash HASH = PasswordHash.unknown(4);
    private static final Principal ANN = new Principal("ann \"a\\b\"", Set.of("writer", "analyst"));
    private static final Principal BOB = new Principal("bob", Set.of());

    @TempDir
    private Path folder = Path.of("");

    @Test
    void usersAreAddedListedAndRemovedAndWhatPeopleWroteStays() throws IOException {
        Path file = folder.resolve("users.toml");
        UserFileEditor editor = new UserFileEditor(file);
        editor.add(ANN, HASH);
        Files.writeString(file, "# our people\n" + Files.readString(file) + "# ann's holiday cover:\n");
        editor.add(BOB, HASH);
        assertThat(editor.list()).containsExactly(ANN, BOB);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        editor.remove(ANN.name());
        assertThat(editor.list()).containsExactly(BOB);
        assertThat(file)
                .content()
                .startsWith("# our people\n# ann's holiday cover:\n")
                .doesNotContain("writer");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void nobodyIsThereTwiceAndNobodyIsRemovedWhoIsNotThere() {
        UserFileEditor editor = new UserFileEditor(folder.resolve("users.toml"));
        editor.add(BOB, HASH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> editor.add(BOB, HASH))
                .withMessage("There is a user bob already. Remove it first.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> editor.remove("eve"))
                .withMessage("There is no user eve.");
    }
}
