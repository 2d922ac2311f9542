package io.sqe.gateway.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedFoldersTest {
    @TempDir
    Path home;

    private GuardedFolders guarded;

    @BeforeEach
    void guard() throws IOException {
        Files.createDirectories(home.resolve("warehouse/main"));
        Files.createDirectories(home.resolve("data/2024"));
        guarded = new GuardedFolders(List.of(home.resolve("warehouse")));
    }

    @Test
    void fileOrGlobInsideIsGuarded() {
        assertThat(guarded.mayMatch(home + "/warehouse/main/x.parquet")).isTrue();
        assertThat(guarded.mayMatch(home + "/warehouse/*.parquet")).isTrue();
        assertThat(guarded.mayMatch(home + "/data/../warehouse/x.parquet")).isTrue();
    }

    @Test
    void globThatDescendsFromAboveIsGuarded() {
        assertThat(guarded.mayMatch(home + "/**/*.parquet")).isTrue();
        assertThat(guarded.mayMatch(home + "/w*/main/*.parquet")).isTrue();
        assertThat(guarded.mayMatch(home + "/[w]arehouse/main/x.parquet")).isTrue();
    }

    @Test
    void linkIntoFolderIsGuarded() throws IOException {
        Files.createSymbolicLink(home.resolve("data/link"), home.resolve("warehouse"));

        assertThat(guarded.mayMatch(home + "/data/link/main/x.parquet")).isTrue();
    }

    @Test
    void otherFilesAreFree() {
        assertThat(guarded.mayMatch(home + "/x.parquet")).isFalse();
        assertThat(guarded.mayMatch(home + "/*.parquet")).isFalse();
        assertThat(guarded.mayMatch(home + "/data/**/*.parquet")).isFalse();
        assertThat(guarded.mayMatch(home + "/warehouse2/x.parquet")).isFalse();
    }
}
