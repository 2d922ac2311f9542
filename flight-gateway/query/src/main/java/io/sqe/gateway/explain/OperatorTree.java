package io.sqe.gateway.explain;

import io.sqe.catalog.scan.ScanPlan;
import io.sqe.executor.OperatorProfile;
import io.sqe.gateway.explain.AnalyzedQuery.Audience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws what an engine's operators did: the tree at the left, and beside it rows, time, share of the time of all operators, and
 * what each is about.
 */
final class OperatorTree {
    private static final List<String> FACTS =
            List.of("Top", "Join Type", "Conditions", "Filters", "Order By", "Aggregates", "row_groups");

    /** An operator that only hands the result on. */
    private static final String COLLECTOR = "RESULT_COLLECTOR";

    private final ScannedTables tables;
    private final Audience audience;
    private final long nanosTotal;
    private final List<Row> rows = new ArrayList<>();

    private OperatorTree(ScannedTables tables, Audience audience, long nanosTotal) {
        this.tables = tables;
        this.audience = audience;
        this.nanosTotal = nanosTotal;
    }

    static List<String> lines(OperatorProfile profile, List<? extends ScanPlan> scans, Audience audience) {
        OperatorProfile root = withoutCollector(profile);
        OperatorTree tree = new OperatorTree(new ScannedTables(root, scans), audience, nanos(root));
        tree.add(root, "", "");
        return tree.aligned();
    }

    static OperatorProfile withoutCollector(OperatorProfile profile) {
        boolean isCollector =
                profile.name().equals(COLLECTOR) && profile.inputs().size() == 1;
        return isCollector ? profile.inputs().getFirst() : profile;
    }

    private static long nanos(OperatorProfile operator) {
        return operator.time().toNanos()
                + operator.inputs().stream().mapToLong(OperatorTree::nanos).sum();
    }

    private void add(OperatorProfile operator, String branch, String stem) {
        rows.add(new Row(
                branch + name(operator, tables),
                audience == Audience.UNRESTRICTED ? Quantity.count(operator.rows(), "row") : "",
                Quantity.milliseconds(operator.time()),
                share(operator.time()),
                audience == Audience.UNRESTRICTED ? facts(operator) : ""));
        List<OperatorProfile> inputs = operator.inputs();
        for (int i = 0; i < inputs.size(); i++) {
            boolean isLast = i == inputs.size() - 1;
            add(inputs.get(i), stem + (isLast ? "└─ " : "├─ "), stem + (isLast ? "   " : "│  "));
        }
    }

    static String name(OperatorProfile operator, ScannedTables tables) {
        if (operator.name().equals(ScannedTables.SCAN)) {
            return tables.find(operator).map(table -> "Scan of " + table).orElse("Scan");
        }
        String words = operator.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private String share(Duration time) {
        long percent = nanosTotal == 0 ? 0 : Math.round(100.0 * time.toNanos() / nanosTotal);
        return percent + "%";
    }

    static String facts(OperatorProfile operator) {
        List<String> facts = new ArrayList<>();
        for (String name : FACTS) {
            String fact = name.equals("row_groups")
                    ? rowGroups(operator)
                    : operator.details().getOrDefault(name, "");
            if (!fact.isBlank()) {
                facts.add(labelled(name, oneLine(fact)));
            }
        }
        return String.join("; ", facts);
    }

    private static String labelled(String name, String fact) {
        return switch (name) {
            case "Top" -> "top " + fact;
            case "Order By" -> "by " + fact;
            case "Filters" -> "where " + fact;
            case "Join Type" -> fact.toLowerCase(Locale.ROOT);
            case "Conditions" -> "on " + fact;
            default -> fact;
        };
    }

    private static String rowGroups(OperatorProfile operator) {
        String read = operator.details().getOrDefault("row_groups_read", "");
        String total = operator.details().getOrDefault("row_groups_total", "");
        if (read.isEmpty() || total.isEmpty()) {
            return "";
        }
        long pruned = Math.max(0, Long.parseLong(total) - Long.parseLong(read));
        return "%s of %s read, %d pruned".formatted(read, Quantity.count(Long.parseLong(total), "row group"), pruned);
    }

    private static String oneLine(String detail) {
        return detail.strip().replaceAll("\\s*\\R\\s*", ", ");
    }

    private List<String> aligned() {
        int tree = widest(Row::tree);
        int count = widest(Row::rows);
        int time = widest(Row::time);
        return rows.stream().map(row -> row.line(tree, count, time)).toList();
    }

    private int widest(java.util.function.Function<Row, String> cell) {
        return rows.stream().mapToInt(row -> cell.apply(row).length()).max().orElse(0);
    }

    private record Row(String tree, String rows, String time, String share, String facts) {
        String line(int treeWidth, int rowsWidth, int timeWidth) {
            String figures = padded(tree, treeWidth) + "  " + rightAligned(rows, rowsWidth) + "  "
                    + rightAligned(time, timeWidth) + "  " + rightAligned(share, 4);
            return facts.isEmpty() ? figures : figures + "  " + facts;
        }

        private static String padded(String text, int width) {
            return text + " ".repeat(width - text.length());
        }

        private static String rightAligned(String text, int width) {
            return " ".repeat(Math.max(0, width - text.length())) + text;
        }
    }
}
