package io.sqe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.cli.testing.FakeEngine;
import io.sqe.cli.testing.ProgramTrial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script as bash reads it. */
class CompletionCommandTest {
    private static final String ASK = """
            compopt() { :; }
            source "$0"
            COMP_WORDS=($1)
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            "$(complete -p sqe | sed 's/.*-F \\([^ ]*\\).*/\\1/')"
            echo "${COMPREPLY[@]}"
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void bashOffersOptionsAndCommands() throws IOException, InterruptedException {
        assertThat(offered("sqe --for")).isEqualTo("--format");
        assertThat(offered("sqe comp")).isEqualTo("completion");
    }

    @Test
    void aShellThatReadsNoSuchScriptIsRefused() {
        ProgramTrial trial = ProgramTrial.run(new FakeEngine(), "completion", "fish");

        assertThat(trial.exitCode()).isEqualTo(2);
        assertThat(trial.err()).contains("fish").contains("BASH, ZSH");
    }

    private String offered(String line) throws IOException, InterruptedException {
        ProgramTrial printed = ProgramTrial.run(new FakeEngine(), "completion", "bash");
        Path script = Files.writeString(folder.resolve("completion.sh"), printed.out());
        Process bash = new ProcessBuilder("bash", "-c", ASK, script.toString(), line)
                .redirectErrorStream(true)
                .start();
        String answer = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).isZero();
        return answer.strip();
    }
}
