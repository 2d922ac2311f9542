package io.sqe.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.catalog.NamespaceName;
import io.sqe.cli.execution.Messages.StackTraces;
import io.sqe.cli.execution.Settings;
import io.sqe.cli.execution.Settings.Timer;
import io.sqe.cli.format.Ink;
import io.sqe.cli.format.ResultFormat;
import io.sqe.cli.format.TextOptions;
import io.sqe.cli.shell.Shell.Appearance;
import io.sqe.cli.shell.Shell.Paging;
import io.sqe.cli.shell.Shell.Surroundings;
import io.sqe.cli.testing.Column;
import io.sqe.cli.testing.FakeEngine;
import io.sqe.gateway.query.Session;
import io.sqe.policy.decision.Principal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Presses keys; the limit is there so that a key that is never heard fails instead of hanging the build. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ShellTest {
    private static final String CONTROL_C = "\u0003";
    private static final String CONTROL_D = "\u0004";
    private static final String PROMPT = "sqe> ";

    private final FakeEngine engine = new FakeEngine()
            .rows("SELECT\n2", Column.of("y", "two"))
            .rows("SELECT wide", Column.of("w", "x".repeat(200)))
            .blocked("SELECT blocked");

    private Screen screen = new Screen();

    @TempDir
    private Path home = Path.of("");

    @Test
    void aStatementMayTakeSeveralLines() throws IOException {
        String screen = screen(new Keys().type("SELECT\r2;\r"));

        assertThat(engine.started()).containsExactly("SELECT\n2");
        assertThat(screen).contains("│ two │").contains("(1 row)").contains("Time: 1.250 s");
    }

    @Test
    void controlCStopsTheQueryAndKeepsTheShell() throws IOException {
        String screen = screen(new Keys()
                .type("SELECT blocked;\r")
                .await(engine::awaitBlocked)
                .type(CONTROL_C)
                .type("SELECT 1;\r"));

        assertThat(screen).contains("Cancelled.").contains("│ 1 │");
        assertThat(engine.queries()).allMatch(query -> query.isClosed());
    }

    /** Each key waits for the prompt: before it the line editor hears no signal, and the terminal itself echoes what is typed. */
    @Test
    void controlCAtThePromptClearsWhatWasTyped() throws IOException {
        Screen now = screen;
        screen(new Keys()
                .await(() -> now.awaitText(PROMPT, 1))
                .type("nonsense" + CONTROL_C)
                .await(() -> now.awaitText(PROMPT, 2))
                .type("SELECT 1;\r" + CONTROL_D + "SELECT 1;\r"));

        assertThat(engine.started()).containsExactly("SELECT 1");
    }

    @Test
    void peopleLeaveInTheirOwnWords() throws IOException {
        screen(new Keys().type("exit\rSELECT 1;\r"));
        screen(new Keys().type("\\q\rSELECT 1;\r"));
        screen(new Keys().type(".quit\rSELECT 1;\r"));

        assertThat(engine.started()).isEmpty();
    }

    @Test
    void wideTablesAreCutToTheScreen() throws IOException {
        assertThat(screen(new Keys().type("SELECT wide;\r")).lines().filter(line -> line.contains("xxxx")))
                .singleElement()
                .satisfies(line -> assertThat(line).hasSizeLessThan(80).contains("x… │"));
    }

    @Test
    void theHistoryIsKeptForItsAuthorOnly() throws IOException {
        screen(new Keys().type("SELECT 1;\r"));
        String screen = screen(new Keys().type(".history\r"));

        assertThat(screen).contains("    1  SELECT 1;");
        assertThat(Files.getPosixFilePermissions(home.resolve("history")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void tabCompletesWhatIsUnique() throws IOException {
        screen(new Keys().type("SELECT \t").type("* FROM li\t;\r"));

        assertThat(engine.started()).containsExactly("SELECT * FROM lineitem");
    }

    private String screen(Keys keys) throws IOException {
        Session session = new Session(new Principal("ann", Set.of()), "lake", Optional.empty(), ZoneOffset.UTC);
        session.moveTo(new Session.Location("lake", Optional.of(NamespaceName.of("lake", "main"))));
        Settings settings = new Settings(ResultFormat.TABLE, TextOptions.exact(ZoneOffset.UTC), Timer.ON);
        Screen out = screen;
        screen = new Screen();
        try (Terminal terminal = new ExternalTerminal("test", "ansi", keys, out, StandardCharsets.UTF_8)) {
            terminal.setSize(new Size(60, 24));
            Appearance appearance = new Appearance(Ink.PLAIN, Paging.NEVER, StackTraces.HIDDEN);
            Surroundings surroundings = new Surroundings(Map.of(), home.resolve("history"), appearance);
            new Shell(terminal, engine, session, settings, surroundings).run();
        }
        return out.text();
    }
}
