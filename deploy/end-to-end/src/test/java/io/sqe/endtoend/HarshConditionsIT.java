package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.endtoend.ChildProgram.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program where something runs out or is taken away: it says what, in a sentence and with a code, and ends. */
class HarshConditionsIT {
    private static final int FAILED = 1;
    private static final int NOT_OPENED = 3;
    private static final int PIPE_CLOSED = 141;

    private static final String HASH = "to_hex(md5(to_utf8(CAST(x AS VARCHAR))))";

    /** So many rows that nothing but a spill or a big file can hold them sorted. */
    private static final String BIG_SORT =
            "SELECT x, " + HASH + " AS h FROM UNNEST(sequence(1, 3000000)) t(x) ORDER BY h";

    @TempDir
    Path folder;

    @Test
    void warehouseThatIsAFileIsNotOpened() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        Outcome outcome = run(file, "-e", "SELECT 1");

        assertFailed(outcome, NOT_OPENED, "CATALOG_UNAVAILABLE", file.toString());
    }

    @Test
    void catalogThatIsMissingIsNotOpened() throws Exception {
        Path gone = folder.resolve("gone");

        Outcome outcome = run(folder.resolve("w"), "--catalog", "other=" + gone, "-e", "SELECT 1");

        assertFailed(outcome, NOT_OPENED, "CATALOG_UNAVAILABLE", gone.toString());
    }

    @Test
    void writeBeyondWhatTheDiskTakesFailsAndLeavesNothing() throws Exception {
        Path warehouse = folder.resolve("w");
        assertThat(run(warehouse, "-e", "CREATE TABLE kept AS SELECT 1 AS x").exitCode())
                .isZero();
        List<Path> before = files(warehouse);

        Outcome outcome;
        // Blocks of 512 bytes. What a file may hold is limited, as on a full disk, without needing a disk to fill.
        try (ChildProgram program = ChildProgram.startUnder(
                "trap '' XFSZ; ulimit -f 8000",
                warehouse,
                "-e",
                "CREATE TABLE big AS SELECT x, " + HASH + " AS h FROM UNNEST(sequence(1, 1000000)) t(x)")) {
            outcome = program.awaitEnd();
        }

        assertFailed(outcome, FAILED, "_E", "");
        assertThat(run(warehouse, "--format", "csv", "-e", "SHOW TABLES; SELECT x FROM kept")
                        .output())
                .contains("kept")
                .doesNotContain("big");
        assertThat(files(warehouse)).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void memoryLimitThatIsTooSmallIsToldSo() throws Exception {
        Outcome outcome = run(
                folder.resolve("w"),
                "--memory-limit",
                "8MB",
                "-e",
                "SELECT length(string_agg(h, ',')) FROM (" + BIG_SORT + ")");

        assertFailed(outcome, FAILED, "RESOURCE_EXHAUSTED", "memory limit");
    }

    @Test
    void spillBeyondItsQuotaIsRefused() throws Exception {
        Outcome outcome = run(
                folder.resolve("w"),
                "--memory-limit",
                "60MB",
                "--spill-dir",
                folder.resolve("spill").toString(),
                "--spill-limit",
                "1MB",
                "-e",
                "SELECT count(*) FROM (SELECT h, row_number() OVER (ORDER BY h) AS n FROM (" + BIG_SORT
                        + ")) WHERE n > 5");

        assertFailed(outcome, FAILED, "RESOURCE_EXHAUSTED", "spill");
    }

    @Test
    void hundredMillionRowsIntoAClosedPipeEndPromptly() throws Exception {
        try (ChildProgram program = ChildProgram.start(
                folder.resolve("w"),
                "--format",
                "csv",
                "-e",
                "SELECT a, b FROM UNNEST(sequence(1, 10000)) t(a) CROSS JOIN UNNEST(sequence(1, 10000)) u(b)")) {
            var output = program.output();
            assertThat(output.readLine()).isEqualTo("a,b");
            assertThat(output.readLine()).isNotNull();
            program.closeOutput();

            Outcome outcome = program.awaitEndUnread();

            assertThat(outcome.exitCode()).as(outcome.errors()).isEqualTo(PIPE_CLOSED);
            assertThat(outcome.errors()).isEmpty();
        }
    }

    private static void assertFailed(Outcome outcome, int exitCode, String code, String reason) {
        assertThat(outcome.exitCode()).as(outcome.errors()).isEqualTo(exitCode);
        assertThat(outcome.errors()).contains(code).containsIgnoringCase(reason);
        assertThat(outcome.showsStackTrace()).as(outcome.errors()).isFalse();
    }

    private static Outcome run(Path warehouse, String... arguments) throws Exception {
        try (ChildProgram program = ChildProgram.start(warehouse, arguments)) {
            return program.awaitEnd();
        }
    }

    /** Without SQLite's own, which come and go. */
    private static List<Path> files(Path warehouse) throws IOException {
        try (Stream<Path> all = Files.walk(warehouse)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("sqe.db"))
                    .toList();
        }
    }
}
