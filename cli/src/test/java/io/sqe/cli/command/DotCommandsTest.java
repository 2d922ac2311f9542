package io.sqe.cli.command;

import static io.sqe.cli.testing.ProgramTrial.run;
import static io.sqe.cli.testing.ProgramTrial.runWithInput;
import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.cli.testing.Column;
import io.sqe.cli.testing.FakeEngine;
import io.sqe.cli.testing.ProgramTrial;
import org.junit.jupiter.api.Test;

class DotCommandsTest {
    private final FakeEngine engine = new FakeEngine()
            .rows("SHOW CATALOGS", Column.of("catalog", "lake"))
            .rows("DESCRIBE orders", Column.of("column", "order_id"))
            .rows("EXPLAIN SELECT 1", Column.of("plan", "Project\n  Values"))
            .rows("SELECT * FROM orders LIMIT 0", Column.of("id", 1), Column.of("name", "a"))
            .rows(
                    "SELECT min(\"id\"), max(\"id\"), count(*) - count(\"id\"), count(DISTINCT \"id\"), avg(\"id\"),"
                            + " min(\"name\"), max(\"name\"), count(*) - count(\"name\"), count(DISTINCT \"name\"), NULL"
                            + " FROM orders",
                    Column.of("1", 1),
                    Column.of("2", 9),
                    Column.of("3", 0L),
                    Column.of("4", 5L),
                    Column.of("5", 4.5),
                    Column.of("6", "a"),
                    Column.of("7", "z"),
                    Column.of("8", 2L),
                    Column.of("9", 3L),
                    Column.of("10", (Object) null));

    @Test
    void anUnknownCommandGetsTheNearestOne() {
        assertThat(run(engine, "-e", ".tabels"))
                .isEqualTo(new ProgramTrial(
                        1, "", "error[INVALID_COMMAND]: There is no command .tabels. Did you mean .tables?\n"));
        assertThat(run(engine, "-e", ".sum").err()).contains("Did you mean .summarize?");
        assertThat(run(engine, "-e", ".xyzzy").err()).contains(".help lists the commands.");
    }

    @Test
    void tablesAreListedByPattern() {
        assertThat(run(engine, "-e", ".tables").out()).isEqualTo("lineitem\norders\nlake.sales.\"Week 1\"\n");
        assertThat(run(engine, "-e", ".tables ord*").out()).isEqualTo("orders\n");
        assertThat(run(engine, "-e", ".tables x*").err()).isEqualTo("No table is like x*.\n");
    }

    @Test
    void commandsStandForStatements() {
        assertThat(run(engine, "--format", "csv", "-e", ".catalogs").out()).isEqualTo("catalog\nlake\n");
        assertThat(run(engine, "--format", "csv", "-e", ".describe orders").out())
                .isEqualTo("column\norder_id\n");
        assertThat(runWithInput(engine, "SELECT 1;\n.explain last\n", "--format", "table")
                        .out())
                .endsWith("Project\n  Values\n");
    }

    @Test
    void aSummaryHasARowForEachColumn() {
        assertThat(run(engine, "--format", "csv", "-e", ".summarize orders").out())
                .isEqualTo("""
                column,min,max,nulls,distinct,avg
                id,1,9,0,5,4.5
                name,a,z,2,3,
                """);
    }

    @Test
    void aStatementOrTheLastResultIsPlotted() {
        assertThat(run(engine, "-e", ".plot bar SELECT 1;").out()).startsWith("x by x\n1 ┤█");
        assertThat(runWithInput(engine, "SELECT 1;\n.plot bar\n", "--format", "csv")
                        .out())
                .startsWith("x\n1\nx by x\n1 ┤█");
        assertThat(run(engine, "-e", ".plot").err())
                .isEqualTo("error[INVALID_COMMAND]: There is no result to plot yet\n");
    }

    @Test
    void textBetweenResultsIsForPeopleOnly() {
        assertThat(run(engine, "-e", ".print What follows").out()).isEqualTo("What follows\n");
        assertThat(run(engine, "--format", "csv", "-e", ".print What follows").out())
                .isEmpty();
    }

    @Test
    void theRowsOfATableThatAreShownCanBeChosen() {
        engine.rows("SELECT 3", Column.of("x", 1, 2, 3));

        assertThat(runWithInput(
                                engine,
                                ".maxrows 2\n.maxrows\nSELECT 3;\n.maxrows all\nSELECT 3;\n",
                                "--format",
                                "table")
                        .out())
                .startsWith("Tables show 2 rows at most\n")
                .containsOnlyOnce("│ 3 │");
        assertThat(run(engine, "-e", ".maxrows 0").err()).contains("a number from 1 on, or all, not 0");
    }

    @Test
    void commandsSayHowTheyAreUsed() {
        assertThat(run(engine, "-e", ".read").err()).isEqualTo("error[INVALID_COMMAND]: Usage: .read file\n");
        assertThat(run(engine, "-e", ".timer maybe").err()).contains("The timer is on or off, not maybe");
        assertThat(run(engine, "-e", ".format arrow").err()).contains("sqe --format arrow -o FILE");
        assertThat(run(engine, "-e", ".read nowhere.sql").err()).contains("there is no nowhere.sql");
    }
}
