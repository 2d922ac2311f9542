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
    void linkBelowAWildcardIsFollowed() throws IOException {
        Files.createSymbolicLink(home.resolve("data/link"), home.resolve("warehouse"));
        Files.createFile(home.resolve("warehouse/main/x.parquet"));
        Files.createSymbolicLink(home.resolve("data/2024/y.parquet"), home.resolve("warehouse/main/x.parquet"));

        assertThat(guarded.mayMatch(home + "/data/l*/main/x.parquet")).isTrue();
        assertThat(guarded.mayMatch(home + "/data/*/*.parquet")).isTrue();
        assertThat(guarded.mayMatch(home + "/data/2024/*.parquet")).isTrue();
    }

    @Test
    void whatTheEngineWouldMakeAnotherPathOfIsGuarded() {
        assertThat(guarded.mayMatch("file://" + home + "/warehouse/main/x.parquet"))
                .isTrue();
        assertThat(guarded.mayMatch("file:" + home + "/warehouse/main/x.parquet"))
                .isTrue();
        assertThat(guarded.mayMatch("FILE:/" + home + "/%77arehouse/main/x.parquet"))
                .isTrue();
        assertThat(guarded.mayMatch("~/warehouse/main/x.parquet")).isTrue();
        assertThat(guarded.mayMatch("https://example.org/x.parquet")).isTrue();
        assertThat(guarded.mayMatch("x\0.parquet")).isTrue();
    }

    @Test
    void otherFilesAreFree() {
        assertThat(guarded.mayMatch(home + "/x.parquet")).isFalse();
        assertThat(guarded.mayMatch(home + "/*.parquet")).isFalse();
        assertThat(guarded.mayMatch(home + "/data/**/*.parquet")).isFalse();
        assertThat(guarded.mayMatch(home + "/warehouse2/x.parquet")).isFalse();
    }
}
