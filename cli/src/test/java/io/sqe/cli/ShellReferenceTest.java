package io.sqe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.cli.execution.ExitCode;
import io.sqe.cli.testing.FakeEngine;
import io.sqe.cli.testing.ProgramTrial;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

/** Holds the reference page against the program. */
class ShellReferenceTest {
    private static final Path PAGE = Path.of("../docs/reference/shell.md");

    @Test
    void thePageNamesEveryOption() throws IOException {
        String page = Files.readString(PAGE);
        StandardStreams streams = new StandardStreams(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                Set.of());
        List<String> options = new SqeProgram(ProgramParts.of(_ -> new FakeEngine()), streams, Map.of())
                .commandLine().getCommandSpec().options().stream().map(OptionSpec::longestName).toList();

        assertThat(options).isNotEmpty().allSatisfy(option -> assertThat(page).contains("`" + option));
    }

    @Test
    void thePageNamesEveryCommandAndExitCode() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(ProgramTrial.run(new FakeEngine(), "-e", ".help").out().lines())
                .filteredOn(line -> line.startsWith("."))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(page).contains("`" + line.split(" ", 2)[0]));
        for (ExitCode code : ExitCode.values()) {
            assertThat(page).contains("| " + code.number() + " |");
        }
    }
}
