package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.endtoend.ChildProgram.Outcome;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that die while they write, or write one table at the same time: no table is ever there in part. */
class KilledProgramIT {
    private static final long SEED = 20_261_121;
    private static final int KILLS = 4;
    private static final int ROWS = 50_000;
    private static final int STATEMENTS = 60;

    @TempDir
    Path warehouse;

    @Test
    void killedProgramLeavesWholeTablesOnly() throws Exception {
        var random = new Random(SEED);
        try (EngineFixture engine = EngineFixture.open(warehouse)) {
            engine.run("CREATE TABLE appended (x BIGINT)");
        }
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildProgram program = ChildProgram.start(warehouse, "--format", "csv", "-e", writes(kill))) {
                int lines = 2 + random.nextInt(12);
                for (int line = 0; line < lines; line++) {
                    assertThat(program.output().readLine()).isNotNull();
                }
                program.kill();
            }
            try (EngineFixture engine = EngineFixture.open(warehouse)) {
                assertThat(Integer.parseInt(engine.rows("SELECT count(*) FROM appended")
                                        .getFirst())
                                % ROWS)
                        .as("after kill %d", kill)
                        .isZero();
                for (String table : engine.rows("SHOW TABLES")) {
                    if (table.startsWith("made")) {
                        assertThat(engine.rows("SELECT count(*), count(x) FROM " + table))
                                .containsExactly(ROWS + "|" + ROWS);
                    }
                }
                engine.run("INSERT INTO appended SELECT x FROM UNNEST(sequence(1, " + ROWS + ")) s(x)");
            }
        }
    }

    @Test
    void programsThatWriteOneTableAtOnceLoseNothing() throws Exception {
        try (EngineFixture engine = EngineFixture.open(warehouse)) {
            engine.run("CREATE TABLE shared (x INTEGER)");
        }
        String script = String.join(";", Collections.nCopies(8, "INSERT INTO shared VALUES (1)"));

        try (ChildProgram one = ChildProgram.start(warehouse, "-e", script);
                ChildProgram other = ChildProgram.start(warehouse, "-e", script)) {
            for (Outcome outcome : List.of(one.awaitEnd(), other.awaitEnd())) {
                assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
            }
        }

        try (EngineFixture engine = EngineFixture.open(warehouse)) {
            assertThat(engine.rows("SELECT count(*) FROM shared")).containsExactly("16");
        }
    }

    /** So many that the program is killed in the middle of them. */
    private static String writes(int kill) {
        String rows = "SELECT x FROM UNNEST(sequence(1, " + ROWS + ")) s(x)";
        return IntStream.range(0, STATEMENTS)
                .mapToObj(number -> "SELECT " + number + " AS n; INSERT INTO appended " + rows + "; CREATE TABLE made_"
                        + kill + "_" + number + " AS " + rows)
                .collect(Collectors.joining("; "));
    }
}
