package io.sqe.bench.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sqe.bench.run.DuckDbUnderTest;
import io.sqe.bench.run.EngineLauncher;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchCommandIT {
    /** Shared by all tests, for data is made once. */
    @TempDir
    private static Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aSuiteIsRunComparedAndReported() throws IOException {
        Path report = directory.resolve("report");
        Path json = directory.resolve("json/ssb.json");
        int exit = run(DuckDbUnderTest::launch, "ssb", "--report", report.toString(), "--json", json.toString());

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("✓ q1.1", "Star Schema Benchmark: ", "0 different, 0 failed");
        assertThat(report.resolve("ssb.md")).content().contains("| q4.3 |", "ssb-times.svg", "| **total** |");
        assertThat(report.resolve("ssb-times.svg")).content().startsWith("<svg").contains(">q4.3</text>");
        assertThat(report.resolve("ssb-ratio.svg")).content().startsWith("<svg").endsWith("</svg>\n");
        assertThatJsonIsAsSpecified(new ObjectMapper().readTree(json.toFile()));
    }

    @Test
    void aDifferenceIsShownAndMakesTheExitCodeOne() throws IOException {
        EngineLauncher faulty = limits -> DuckDbUnderTest.faulty(limits, sql -> sql.replace("1993", "1994"));
        Path json = directory.resolve("faulty.json");
        int exit = run(faulty, "ssb", "--queries", "q1.1,q1.2", "--json", json.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString()).contains("✗ q1.1", "ours:", "theirs:", "✓ q1.2");
        assertThat(Files.readString(json)).contains("\"status\" : \"different\"");
    }

    @Test
    void aFigureIsMeasuredAlone() throws IOException {
        Path json = directory.resolve("figures.json");
        int exit = run(
                DuckDbUnderTest::launch,
                "ssb",
                "--figure",
                "planning,export",
                "--queries",
                "q1.1",
                "--json",
                json.toString());

        assertThat(exit).isZero();
        assertThat(out.toString())
                .contains("planning", "p95_ms", "export", "ratio")
                .doesNotContain("q1.1");
        JsonNode figures = new ObjectMapper().readTree(json.toFile()).get("figures");
        assertThat(figures.at("/planning/median_ms").asDouble()).isEqualTo(1);
        assertThat(figures.at("/export/duckdb_ms").asDouble()).isPositive();
    }

    @Test
    void whatCannotBeIsRefusedWithAReason() {
        assertThat(run(DuckDbUnderTest::launch, "tpcx")).isEqualTo(2);
        assertThat(run(DuckDbUnderTest::launch, "ssb", "--memory-limit", "two")).isEqualTo(2);
        assertThat(run(DuckDbUnderTest::launch, "ssb", "--runs", "0")).isEqualTo(2);
        assertThat(err.toString())
                .contains("There is no suite tpcx")
                .contains("such as 2GB")
                .contains("at least once");
    }

    private static void assertThatJsonIsAsSpecified(JsonNode report) {
        assertThat(report.get("suite").asText()).isEqualTo("ssb");
        assertThat(report.get("scale").asDouble()).isEqualTo(0.01);
        List<JsonNode> queries = new ArrayList<>();
        report.get("queries").forEach(queries::add);
        assertThat(queries).hasSize(13).allSatisfy(query -> {
            assertThat(query.get("status").asText()).isIn("equal", "vacuous");
            assertThat(query.get("ms").asDouble()).isPositive();
            assertThat(query.get("duckdb_ms").asDouble()).isPositive();
            assertThat(query.get("planning_ms").asDouble()).isPositive();
        });
        assertThat(queries.getFirst().get("id").asText()).isEqualTo("q1.1");
        assertThat(queries.getFirst().get("rows").asInt()).isEqualTo(1);
        assertThat(report.at("/total/ratio").asDouble()).isPositive();
        assertThat(report.at("/total/equal").asInt()).isGreaterThanOrEqualTo(11);
    }

    private int run(EngineLauncher launcher, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--scale", "0.01", "--data", directory.toString(), "--threads", "2"));
        if (!all.contains("--runs")) {
            all.addAll(List.of("--runs", "1"));
        }
        return new CommandLine(new BenchCommand(launcher))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }
}
