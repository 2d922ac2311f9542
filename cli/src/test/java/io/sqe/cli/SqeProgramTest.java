package io.sqe.cli;

import static io.sqe.cli.testing.ProgramTrial.run;
import static io.sqe.cli.testing.ProgramTrial.runWithInput;
import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.cli.testing.Column;
import io.sqe.cli.testing.FakeEngine;
import io.sqe.cli.testing.ProgramTrial;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.failure.SqlPosition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqeProgramTest {
    private final FakeEngine engine = new FakeEngine()
            .rows("SELECT 2", Column.of("y", "two"))
            .failing(
                    "SELECT *\n  FROM ordrs",
                    ErrorCode.TABLE_NOT_FOUND,
                    "Table lake.main.ordrs does not exist. Did you mean orders?",
                    new SqlPosition(2, 8, 2, 12))
            .command("CREATE TABLE t (a INT)", "Table lake.main.t created.")
            .write("INSERT INTO t VALUES (1)", 1)
            .endless("SELECT endless", Column.of("x", 1, 2, 3));

    @Test
    void statementsOfTheCommandLineRunInOrder() {
        ProgramTrial trial = run(engine, "-e", "SELECT 1; SELECT 2", "--execute", "SELECT 1", "--format", "csv");

        assertThat(trial).isEqualTo(new ProgramTrial(0, "x\n1\ny\ntwo\nx\n1\n", ""));
        assertThat(engine.closed()).isTrue();
    }

    @Test
    void standardInputIsAScriptWhenNothingElseIsAsked() {
        assertThat(runWithInput(engine, "SELECT 1;\n-- bye\n", "--format", "tsv"))
                .isEqualTo(new ProgramTrial(0, "x\n1\n", ""));
    }

    @Test
    void aFailurePointsAtItsPlaceInTheScript(@TempDir Path directory) throws IOException {
        Path script =
                Files.writeString(directory.resolve("a.sql"), "SELECT 1;\n\n  SELECT *\n  FROM ordrs;\nSELECT 2;");

        ProgramTrial trial = run(engine, "-f", script.toString(), "--format", "csv");

        assertThat(trial).isEqualTo(new ProgramTrial(1, "x\n1\n", """
                error[TABLE_NOT_FOUND]: Table lake.main.ordrs does not exist. Did you mean orders?
                  at %s, line 4, column 8:
                  |   FROM ordrs
                  |        ^^^^^
                """.formatted(script)));
    }

    @Test
    void laterStatementsRunIfAskedToContinue() {
        ProgramTrial trial =
                run(engine, "--continue-on-error", "--format", "csv", "-e", "SELECT *\n  FROM ordrs; SELECT 2");

        assertThat(trial.exitCode()).isEqualTo(1);
        assertThat(trial.out()).isEqualTo("y\ntwo\n");
    }

    @Test
    void aFaultOfTheEngineShowsNoStackTraceUnlessAsked() {
        engine.broken("SELECT bug", new IllegalStateException("no such thing"));

        assertThat(run(engine, "-e", "SELECT bug").err())
                .isEqualTo(
                        "error[INTERNAL_ERROR]: java.lang.IllegalStateException: no such thing (--debug tells more)\n");
        assertThat(run(engine, "--debug", "-e", "SELECT bug").err()).contains("\tat io.sqe.cli");
    }

    @Test
    void changesAreToldToPeopleAndNotToPrograms() {
        String script = "CREATE TABLE t (a INT); INSERT INTO t VALUES (1);";

        assertThat(run(engine, "-e", script).out()).isEqualTo("Table lake.main.t created.\n1 row written.\n");
        assertThat(run(engine, "--format", "json", "-e", script).out()).isEmpty();
    }

    @Test
    void theTimerTellsTimesBesideTheResults() {
        assertThat(run(engine, "--timer", "--format", "csv", "-e", "SELECT 1"))
                .isEqualTo(new ProgramTrial(0, "x\n1\n", "Time: 1.250 s (planning 4.2 ms)\n"));
    }

    @Test
    void aWarehouseThatCannotBeOpenedHasAnExitCodeOfItsOwn() {
        ProgramParts parts = ProgramParts.of(_ -> {
            throw new QueryException(
                    ErrorCode.CATALOG_UNAVAILABLE, "Cannot open /w: read-only", Optional.empty(), new Error());
        });

        assertThat(run(parts, "", "-e", "SELECT 1"))
                .isEqualTo(new ProgramTrial(3, "", "error[CATALOG_UNAVAILABLE]: Cannot open /w: read-only\n"));
    }

    @Test
    void aWrongCommandLineIsExplained() {
        assertThat(run(engine, "--format", "xml", "-e", "SELECT 1")).isEqualTo(new ProgramTrial(2, "", """
                        error[USAGE]: Invalid value for option '--format': 'xml' is no format; there are table, vertical, \
                        markdown, csv, tsv, json, jsonl, arrow, parquet, null
                        Try 'sqe --help'.
                        """));
        assertThat(run(engine, "--memory", "--warehouse", "w").exitCode()).isEqualTo(2);
        assertThat(run(engine, "--stop-on-error", "--continue-on-error").exitCode())
                .isEqualTo(2);
        assertThat(engine.started()).isEmpty();
    }

    @Test
    void anOutputFileAppearsOnlyWhenItIsWhole(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("out.csv");

        assertThat(run(engine, "-o", file.toString(), "--format", "csv", "-e", "SELECT 1; SELECT *\n  FROM ordrs")
                        .exitCode())
                .isEqualTo(1);
        assertThat(directory).isEmptyDirectory();

        assertThat(run(engine, "-o", file.toString(), "--format", "csv", "-e", "SELECT 1"))
                .isEqualTo(new ProgramTrial(0, "", ""));
        assertThat(directory.toFile().list()).containsExactly("out.csv");
        assertThat(file).hasContent("x\n1");
    }

    @Test
    void aFileOfAFormatThatIsAFileHoldsOneResult(@TempDir Path directory) {
        String file = directory.resolve("a.arrow").toString();

        assertThat(run(engine, "-o", file, "--format", "arrow", "-e", "SELECT 1; SELECT 2"))
                .isEqualTo(new ProgramTrial(1, "", """
                        error[OUTPUT_ERROR]: Cannot write the result: a file of format arrow holds one result
                        """));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aReaderThatHasGoneStopsTheQueryQuietly() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream closedEarly = new OutputStream() {
            private int bytesLeft = 100_000;

            @Override
            public void write(int b) throws IOException {
                write(new byte[1], 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                bytesLeft -= length;
                if (bytesLeft < 0) {
                    throw new IOException("Broken pipe");
                }
            }
        };
        StandardStreams streams =
                new StandardStreams(new ByteArrayInputStream(new byte[0]), closedEarly, err, Set.of());

        int exitCode = new SqeProgram(ProgramParts.of(_ -> engine), streams, Map.of())
                .run("--format", "csv", "-e", "SELECT endless; SELECT 2");

        assertThat(exitCode).isEqualTo(141);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(engine.queries().getFirst().isClosed()).isTrue();
        assertThat(engine.started()).containsExactly("SELECT endless");
    }

    @Test
    void dotCommandsWorkInScripts(@TempDir Path directory) throws IOException {
        Path inner = Files.writeString(directory.resolve("inner.sql"), "SELECT 2;");

        assertThat(runWithInput(engine, ".format csv\n.read '" + inner + "'\n.exit\nSELECT 1;"))
                .isEqualTo(new ProgramTrial(0, "y\ntwo\n", ""));
    }

    @Test
    void versionsAndHelpNeedNoEngine() {
        ProgramParts parts = ProgramParts.of(_ -> {
            throw new AssertionError("opened");
        });

        assertThat(run(parts, "", "--version").out())
                .startsWith("sqe ")
                .contains("\nDuckDB ", "\nApache Iceberg ", "\nJava ")
                .doesNotContain("${");
        assertThat(run(parts, "", "--help").out()).contains("--execute", "completion", "130", "--warehouse");
        assertThat(run(parts, "", "completion").out()).contains("--continue-on-error", "complete -F");
    }
}
