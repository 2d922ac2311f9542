package io.sqe.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.cli.ProgramParts;
import io.sqe.cli.testing.ProgramTrial;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program with its real engine, which reads the files that it wrote. */
class DuckDbParquetSinkTest {
    private static final String ROWS = """
            SELECT i, CAST(i AS DECIMAL(38, 9)) / 3 AS amount, CAST(i AS REAL) AS small, 'text ' || CAST(i AS VARCHAR) AS text,
                   DATE '2026-11-21' AS day, TIME '10:04:05.5' AS hour, TIMESTAMP '2026-11-21 10:04:05.000006' AS moment,
                   CAST(TIMESTAMP '2026-11-21 10:04:05' AS TIMESTAMP WITH TIME ZONE) AS instant, i > 1 AS large, X'00ab' AS bytes,
                   ARRAY[i, NULL] AS list, ROW(i, ARRAY['x']) AS nested, MAP['k', i] AS pairs
            FROM (VALUES (1), (2), (NULL)) AS v(i)""";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyTypeIsReadBackAsItWas() {
        Path file = folder.resolve("it's.parquet");

        ProgramTrial written = sqe("--format", "parquet", "-o", file.toString(), "-e", ROWS);
        ProgramTrial read = sqe(
                "--format", "json", "-e", "SELECT * FROM '" + file.toString().replace("'", "''") + "'");

        assertThat(written).isEqualTo(new ProgramTrial(0, "", ""));
        assertThat(read).isEqualTo(sqe("--format", "json", "-e", ROWS));
        assertThat(read.out()).contains("\"amount\":0.333333333", "\"nested\":{");
        assertThat(folder.toFile().list()).containsExactly("it's.parquet");
    }

    @Test
    void columnsOfOneNameGetNumbers() {
        Path file = folder.resolve("a.parquet");

        ProgramTrial written =
                sqe("--format", "parquet", "-o", file.toString(), "-e", "SELECT 1 AS a, 2 AS \"A\", 3 AS a");

        assertThat(written).isEqualTo(new ProgramTrial(0, "", ""));
        assertThat(sqe("--format", "csv", "-e", "SELECT * FROM '" + file + "'").out())
                .isEqualTo("a,A_2,a_3\n1,2,3\n");
    }

    @Test
    void aQueryThatFailsMidwayTellsItsOwnFailureAndLeavesNoFile() {
        ProgramTrial trial = sqe(
                "--format",
                "parquet",
                "-o",
                folder.resolve("a.parquet").toString(),
                "-e",
                "SELECT CAST(t AS INTEGER) FROM (VALUES ('1'), ('x')) AS v(t)");

        assertThat(trial.exitCode()).isEqualTo(1);
        assertThat(trial.err()).startsWith("error[").doesNotContain("OUTPUT_ERROR", "INTERNAL_ERROR");
        assertThat(folder).isEmptyDirectory();
    }

    private static ProgramTrial sqe(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "--memory";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return ProgramTrial.run(ProgramParts.of(EmbeddedEngine::open), "", all);
    }
}
