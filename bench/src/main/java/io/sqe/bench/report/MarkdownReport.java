package io.sqe.bench.report;

import io.sqe.bench.run.QueryResult;
import io.sqe.bench.run.Status;
import io.sqe.bench.run.SuiteResult;
import java.math.BigDecimal;
import java.util.Locale;

/** One suite's results for people to read. */
public record MarkdownReport(Machine machine) {
    private static final long MEBIBYTE = 1L << 20;

    /**
     * Writes a page.
     *
     * @param timesChart the file name of the chart of times
     * @param ratioChart the file name of the chart of ratios
     */
    public String of(SuiteResult result, String timesChart, String ratioChart) {
        StringBuilder page = new StringBuilder();
        page.append("# %s at scale %s%n%n".formatted(result.dataset().suite().title(), scale(result)));
        page.append(summary(result)).append('\n');
        page.append("![Time of each query](%s)%n%n![Ratio of each query](%s)%n%n".formatted(timesChart, ratioChart));
        page.append(
                "| query | rows | SQE | of it planning | DuckDB | ratio | SQE CPU | DuckDB CPU | peak memory | result |\n");
        page.append("|---|---:|---:|---:|---:|---:|---:|---:|---:|---|\n");
        result.queries().forEach(query -> page.append(row(query)));
        page.append(total(result));
        page.append(findings(result));
        return page.toString();
    }

    private String summary(SuiteResult result) {
        return """
                SQE against plain %s over the same Parquet files, in one process, with %d threads each%s%s. Each time is the best of
                %d warm runs, in turn, from SQL text to the last Arrow batch. %s

                **%d of %d equal**, %d vacuous, %d different, %d failed. Total %s against %s: **%s**; geometric mean of the
                ratios %s.
                """.formatted(
                        result.peer(),
                        result.options().limits().threads(),
                        memoryLimit(result),
                        dataCache(result),
                        result.options().runs(),
                        machine + ".",
                        result.count(Status.EQUAL),
                        result.queries().size(),
                        result.count(Status.VACUOUS),
                        result.count(Status.DIFFERENT),
                        result.count(Status.FAILED),
                        Milliseconds.text(result.ours().total()),
                        Milliseconds.text(result.peers().total()),
                        Milliseconds.ratio(result.ratio()),
                        Milliseconds.ratio(result.geometricMeanRatio()));
    }

    private static String memoryLimit(SuiteResult result) {
        long bytes = result.options().limits().memoryLimitBytes();
        return bytes == 0 ? "" : " and a memory limit of %d MiB each".formatted(bytes / MEBIBYTE);
    }

    private static String dataCache(SuiteResult result) {
        long bytes = result.options().limits().dataCacheBytes();
        return bytes == 0
                ? ""
                : "; SQE may keep %d MiB of the files in the engine's own format".formatted(bytes / MEBIBYTE);
    }

    private static String row(QueryResult query) {
        return "| %s | %d | %s | %s | %s | %s | %s | %s | %d MiB | %s |%n"
                .formatted(
                        query.id(),
                        query.rows(),
                        Milliseconds.text(query.ours().total()),
                        Milliseconds.text(query.ours().planning()),
                        Milliseconds.text(query.peers().total()),
                        Milliseconds.ratio(query.ratio()),
                        Milliseconds.text(query.ours().cpu()),
                        Milliseconds.text(query.peers().cpu()),
                        query.ours().peakMemoryBytes() / MEBIBYTE,
                        query.status().name().toLowerCase(Locale.ROOT));
    }

    private static String total(SuiteResult result) {
        return "| **total** | | **%s** | %s | **%s** | **%s** | %s | %s | %d MiB | |%n"
                .formatted(
                        Milliseconds.text(result.ours().total()),
                        Milliseconds.text(result.ours().planning()),
                        Milliseconds.text(result.peers().total()),
                        Milliseconds.ratio(result.ratio()),
                        Milliseconds.text(result.ours().cpu()),
                        Milliseconds.text(result.peers().cpu()),
                        result.ours().peakMemoryBytes() / MEBIBYTE);
    }

    private static String findings(SuiteResult result) {
        StringBuilder findings = new StringBuilder();
        for (QueryResult query : result.queries()) {
            query.message()
                    .ifPresent(message -> findings.append("%n### %s: %s%n%n```%n%s%n```%n"
                            .formatted(query.id(), query.status().name().toLowerCase(Locale.ROOT), message)));
        }
        return findings.toString();
    }

    private static String scale(SuiteResult result) {
        return BigDecimal.valueOf(result.dataset().scale()).stripTrailingZeros().toPlainString();
    }
}
