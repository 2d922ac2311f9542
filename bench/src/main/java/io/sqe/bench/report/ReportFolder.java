package io.sqe.bench.report;

import io.sqe.bench.run.SuiteResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of one page and two charts for each suite. */
public record ReportFolder(Path folder, Machine machine) {

    public void write(SuiteResult result) throws IOException {
        Files.createDirectories(folder);
        String suite = result.dataset().suite().id();
        String timesChart = suite + "-times.svg";
        String ratioChart = suite + "-ratio.svg";
        Files.writeString(folder.resolve(timesChart), TimesChart.of(result));
        Files.writeString(folder.resolve(ratioChart), RatioChart.of(result));
        Files.writeString(
                folder.resolve(suite + ".md"), new MarkdownReport(machine).of(result, timesChart, ratioChart));
    }
}
