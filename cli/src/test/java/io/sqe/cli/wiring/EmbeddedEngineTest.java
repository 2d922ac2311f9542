package io.sqe.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.cli.ProgramParts;
import io.sqe.cli.testing.ProgramTrial;
import org.junit.jupiter.api.Test;

/** Commands that stand for SQL, on the real engine. */
class EmbeddedEngineTest {

    @Test
    void aTableIsSummarizedWithItsQuartiles() {
        String script = """
                CREATE TABLE t AS SELECT * FROM (VALUES (1, 'a', 1.5), (2, 'b', 2.5), (3, NULL, 3.5)) AS v(i, s, d);
                .summarize t
                """;

        ProgramTrial trial =
                ProgramTrial.run(ProgramParts.of(EmbeddedEngine::open), script, "--memory", "--format", "csv");

        assertThat(trial).isEqualTo(new ProgramTrial(0, """
                column,min,max,nulls,distinct,avg,q25,q50,q75
                i,1,3,0,3,2.0,1,2,3
                s,a,b,1,2,,,,
                d,1.5,3.5,0,3,2.5,1.8,2.5,3.2
                """, ""));
    }
}
