package io.sqe.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.distribution.Command.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive, unpacked into a folder with a space in its name, on a machine without Java. */
final class ArchiveIT {

    @TempDir
    static Path folder;

    private static Path home;

    @BeforeAll
    static void unpack() throws Exception {
        Path target = Files.createDirectory(folder.resolve("un packed"));
        Outcome unpacked = Command.of(
                        Path.of("tar"), "-x", "-z", "-f", archive().toString(), "-C", target.toString())
                .run();
        assertThat(unpacked).isEqualTo(new Outcome(0, "", ""));
        try (Stream<Path> roots = Files.list(target)) {
            home = roots.findFirst().orElseThrow();
        }
    }

    @Test
    void aStatementIsAnsweredWithoutJavaOnTheMachine() throws Exception {
        Outcome outcome =
                sqe("--memory", "--format", "csv", "-e", "SELECT 1 AS one").run();

        assertThat(outcome).isEqualTo(new Outcome(0, "one\n1\n", ""));
    }

    @Test
    void theAotCacheIsAccepted() throws Exception {
        // With this mode the JVM refuses to start when the cache does not fit it.
        Outcome outcome =
                sqe("--version").with("SQE_JAVA_OPTS", "-XX:AOTMode=on").run();

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void nativeLibrariesAreNotUnpackedAgain() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path cache = folder.resolve("cache");

        Outcome outcome = sqe("--warehouse", folder.resolve("w").toString(), "-e", "CREATE TABLE t AS SELECT 1 AS one")
                .with("SQE_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary)
                .with("XDG_CACHE_HOME", cache)
                .run();

        assertThat(outcome.errors()).isEmpty();
        assertThat(cache).doesNotExist();
        assertThat(temporary).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "vertical", "csv", "tsv", "json", "markdown"})
    void theTrimmedRuntimeHasAllThatAFormatNeeds(String format) throws Exception {
        Outcome outcome = sqe("--memory", "--format", format, "-e", "SELECT DATE '2026-11-21' AS day, 1.50 AS price")
                .run();

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.output()).contains("2026-11-21", "1.50");
    }

    @Test
    void tablesAreMadeAndReadAgainByAnotherProcess() throws Exception {
        String warehouse = folder.resolve("warehouse").toString();
        Outcome made = sqe("--warehouse", warehouse, "-e", "CREATE TABLE t AS SELECT * FROM (VALUES (1), (2)) AS v(i)")
                .run();

        Outcome read = sqe("--warehouse", warehouse, "--format", "csv", "--no-header", "-e", "SELECT sum(i) FROM t")
                .run();

        assertThat(made.errors()).isEmpty();
        assertThat(read).isEqualTo(new Outcome(0, "3\n", ""));
    }

    @Test
    void licencesAndBillOfMaterialsComeWithIt() throws IOException {
        for (String file : List.of("LICENSE", "NOTICE", "THIRD-PARTY.txt", "sbom.json", "runtime/legal/java.base")) {
            assertThat(home.resolve(file)).exists();
        }
        assertThat(Files.readString(home.resolve("sbom.json"))).contains("duckdb_jdbc", "iceberg-core");
    }

    private static Path archive() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }

    private static Command sqe(String... arguments) {
        return Command.of(home.resolve("bin/sqe"), arguments).with("HOME", folder);
    }
}
