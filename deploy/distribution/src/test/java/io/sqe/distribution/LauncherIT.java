package io.sqe.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.distribution.Command.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program's folder as the build leaves it, started on the JDK that builds. */
final class LauncherIT {

    private static final Path PROGRAM = Path.of("target", "sqe", "bin", "sqe").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void aStatementIsAnsweredWithoutAnyWarning() throws Exception {
        Outcome outcome = sqe(PROGRAM, "--memory", "--format", "csv", "-e", "SELECT 1 AS one")
                .run();

        assertThat(outcome).isEqualTo(new Outcome(0, "one\n1\n", ""));
    }

    @Test
    void linksAreFollowed() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("a folder"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("sqe link"), PROGRAM);
        Path linkToLink = Files.createSymbolicLink(folder.resolve("sqe"), folder.relativize(link));

        Outcome outcome = sqe(linkToLink, "--version").run();

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).startsWith("sqe ");
        assertThat(outcome.errors()).isEmpty();
    }

    @Test
    void sqlIsUtf8InAnyLocale() throws Exception {
        Outcome outcome = sqe(PROGRAM, "--memory", "--format", "csv", "--no-header", "-e", "SELECT 'blåbær 🫐'")
                .with("LC_ALL", "C")
                .run();

        assertThat(outcome).isEqualTo(new Outcome(0, "blåbær 🫐\n", ""));
    }

    @Test
    void optionsMeantForOtherJavaProgramsAreLeftOut() throws Exception {
        Outcome outcome = sqe(PROGRAM, "--memory", "--format", "csv", "--no-header", "-e", "SELECT 1")
                .with("JAVA_TOOL_OPTIONS", "-Dother=1")
                .with("JDK_JAVA_OPTIONS", "-Dother=1")
                .run();

        assertThat(outcome).isEqualTo(new Outcome(0, "1\n", ""));
    }

    @Test
    void optionsMeantForUsAreAdded() throws Exception {
        Outcome outcome =
                sqe(PROGRAM, "--version").with("SQE_JAVA_OPTS", "-Xmx1").run();

        assertThat(outcome.exitCode()).isNotZero();
    }

    @Test
    void aFailingStatementEndsWithItsCodeAndNoStackTrace() throws Exception {
        Outcome outcome =
                sqe(PROGRAM, "--memory", "-e", "SELECT nothing FROM nowhere").run();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors())
                .startsWith("error[")
                .doesNotContain("\tat ")
                .doesNotContain("Exception");
    }

    @Test
    void saysWhatIsMissingWhenThereIsNoJava() throws Exception {
        Outcome outcome = Command.of(PROGRAM, "--version").run();

        assertThat(outcome.exitCode()).isEqualTo(69);
        assertThat(outcome.errors()).contains("Set JAVA_HOME to a JDK 25");
    }

    private Command sqe(Path program, String... arguments) {
        return Command.of(program, arguments)
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("HOME", folder)
                .with("XDG_CACHE_HOME", Path.of("target", "cache").toAbsolutePath());
    }
}
