package io.sqe.endtoend.observed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A metric, as a page or an exposition has it.
 *
 * @param labels of any of its samples, {@code le} aside
 */
record Metric(String type, Set<String> labels) {
    static final Path PAGE = Path.of("../../docs/reference/metrics.md");

    private static final Pattern ROW = Pattern.compile("\\| `(sqe_\\w+)` \\| (\\w+) \\| ([^|]*)\\|.*");
    private static final Pattern WORD = Pattern.compile("`(\\w+)`");
    private static final Pattern TYPE = Pattern.compile("# TYPE (sqe_\\w+) (\\w+)");
    private static final Pattern SAMPLE = Pattern.compile("(sqe_\\w+?)(?:_bucket|_sum|_count)?(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    /** What the page promises. */
    static Map<String, Metric> promised() throws IOException {
        Map<String, Metric> metrics = new TreeMap<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                metrics.put(row.group(1), new Metric(row.group(2), words(WORD, row.group(3))));
            }
        }
        return metrics;
    }

    /** What a server shows; the largest values of histograms aside. */
    static Map<String, Metric> shown(String exposition) {
        Map<String, Metric> metrics = new TreeMap<>();
        for (String line : exposition.lines().toList()) {
            Matcher type = TYPE.matcher(line);
            if (type.matches() && !type.group(1).endsWith("_seconds_max")) {
                metrics.put(type.group(1), new Metric(type.group(2), new TreeSet<>()));
            }
            Matcher sample = SAMPLE.matcher(line);
            if (sample.matches() && sample.group(2) != null) {
                Metric metric = metrics.get(sample.group(1));
                if (metric != null) {
                    metric.labels().addAll(words(LABEL, sample.group(2)));
                    metric.labels().remove("le");
                }
            }
        }
        return metrics;
    }

    private static Set<String> words(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
