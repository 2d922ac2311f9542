package io.sqe.gateway.explain;

import io.sqe.catalog.scan.ScanPlan;
import io.sqe.executor.OperatorProfile;
import io.sqe.gateway.explain.AnalyzedQuery.Audience;
import io.sqe.gateway.query.PlanNode;
import io.sqe.gateway.query.PlanNode.Work;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Plans as trees for those who watch a query; told with the same reserve as EXPLAIN. */
public final class ShownPlan {
    private static final int FACTS_CHARACTERS_MAX = 400;
    private static final int INDENT = 2;

    /** A larger plan is no picture any more. */
    private static final int NODES_MAX = 400;

    private ShownPlan() {}

    /**
     * Reads the tree from the text that EXPLAIN shows; empty if it is too large.
     *
     * @param described a line a node, its inputs indented below it
     */
    public static Optional<PlanNode> of(String described) {
        List<String> lines = described.lines().limit(NODES_MAX + 1L).toList();
        return lines.size() > NODES_MAX ? Optional.empty() : read(lines);
    }

    private static Optional<PlanNode> read(List<String> lines) {
        Deque<Draft> path = new ArrayDeque<>();
        for (String line : lines) {
            int spaces = line.length() - line.stripLeading().length();
            int depth = spaces / INDENT;
            if (depth > path.size() || (depth == 0 && !path.isEmpty())) {
                continue; // A text literal with lines of its own goes on here.
            }
            while (path.size() > depth) {
                close(path);
            }
            path.push(Draft.of(line.strip()));
        }
        while (path.size() > 1) {
            close(path);
        }
        return Optional.ofNullable(path.peek()).map(Draft::node);
    }

    private static void close(Deque<Draft> path) {
        PlanNode done = path.pop().node();
        path.getFirst().inputs().add(done);
    }

    /** What the engine's operators did. */
    public static PlanNode of(OperatorProfile profile, List<? extends ScanPlan> scans, Audience audience) {
        OperatorProfile root = OperatorTree.withoutCollector(profile);
        return of(root, new ScannedTables(root, scans), audience);
    }

    private static PlanNode of(OperatorProfile operator, ScannedTables tables, Audience audience) {
        boolean isOpen = audience == Audience.UNRESTRICTED;
        return new PlanNode(
                OperatorTree.name(operator, tables),
                isOpen ? shortened(OperatorTree.facts(operator)) : "",
                Optional.of(new Work(isOpen ? Optional.of(operator.rows()) : Optional.empty(), operator.time())),
                operator.inputs().stream()
                        .map(input -> of(input, tables, audience))
                        .toList());
    }

    private static String shortened(String facts) {
        return facts.length() > FACTS_CHARACTERS_MAX ? facts.substring(0, FACTS_CHARACTERS_MAX) + "…" : facts;
    }

    /** A node whose inputs are still being read. */
    private record Draft(String name, String facts, List<PlanNode> inputs) {

        static Draft of(String line) {
            int open = line.indexOf('(');
            String name = open > 0 ? line.substring(0, open) : line;
            String facts = open > 0 ? line.substring(open + 1) : "";
            String about = facts.endsWith(")") ? facts.substring(0, facts.length() - 1) : facts;
            return new Draft(name, shortened(about), new ArrayList<>());
        }

        PlanNode node() {
            return new PlanNode(name, facts, Optional.empty(), inputs);
        }
    }
}
