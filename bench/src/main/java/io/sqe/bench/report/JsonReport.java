package io.sqe.bench.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sqe.bench.figure.FigureResult;
import io.sqe.bench.run.Execution;
import io.sqe.bench.run.QueryResult;
import io.sqe.bench.run.Status;
import io.sqe.bench.run.SuiteResult;
import io.sqe.bench.suite.Dataset;
import java.util.List;
import java.util.Locale;

/** The results for machines. Times are in milliseconds; each is the best of the runs. */
public record JsonReport(Machine machine) {

    /** One suite as an object of its own; several as one object that holds all queries and, in {@code suites}, each suite. */
    public String of(List<SuiteResult> results) {
        ObjectNode report = results.size() == 1 ? suite(results.getFirst()) : all(results);
        report.put("machine", machine.toString());
        return report.toPrettyString() + "\n";
    }

    /** Figures of one dataset. */
    public String of(Dataset dataset, List<FigureResult> figures) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("suite", dataset.suite().id());
        report.put("scale", dataset.scale());
        ObjectNode all = report.putObject("figures");
        for (FigureResult result : figures) {
            ObjectNode values = all.putObject(result.figure().id());
            result.values().forEach((name, value) -> values.put(name, rounded(value)));
        }
        report.put("machine", machine.toString());
        return report.toPrettyString() + "\n";
    }

    private static ObjectNode all(List<SuiteResult> results) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("suite", "all");
        report.put("scale", results.getFirst().dataset().scale());
        ArrayNode queries = report.putArray("queries");
        ArrayNode suites = JsonNodeFactory.instance.arrayNode();
        for (SuiteResult result : results) {
            result.queries()
                    .forEach(query -> queries.add(query(result.dataset().suite().id() + "/", query)));
            suites.add(suite(result));
        }
        Execution ours = results.stream().map(SuiteResult::ours).reduce(Execution.NONE, Execution::then);
        Execution peers = results.stream().map(SuiteResult::peers).reduce(Execution.NONE, Execution::then);
        total(report, ours, peers);
        report.set("suites", suites);
        return report;
    }

    private static ObjectNode suite(SuiteResult result) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("suite", result.dataset().suite().id());
        report.put("scale", result.dataset().scale());
        report.put("runs", result.options().runs());
        report.put("threads", result.options().limits().threads());
        report.put("memory_limit_bytes", result.options().limits().memoryLimitBytes());
        report.put("data_cache_bytes", result.options().limits().dataCacheBytes());
        report.put("peer", result.peer());
        ArrayNode queries = report.putArray("queries");
        result.queries().forEach(query -> queries.add(query("", query)));
        ObjectNode total = total(report, result.ours(), result.peers());
        total.put("geometric_mean_ratio", rounded(result.geometricMeanRatio()));
        for (Status status : Status.values()) {
            total.put(word(status), result.count(status));
        }
        return report;
    }

    private static ObjectNode query(String prefix, QueryResult query) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", prefix + query.id());
        node.put("status", word(query.status()));
        node.put("rows", query.rows());
        costs(node, query.ours(), query.peers());
        query.message().ifPresent(message -> node.put("message", message));
        return node;
    }

    private static ObjectNode total(ObjectNode report, Execution ours, Execution peers) {
        ObjectNode total = report.putObject("total");
        costs(total, ours, peers);
        return total;
    }

    private static void costs(ObjectNode node, Execution ours, Execution peers) {
        node.put("ms", Milliseconds.exact(ours.total()));
        node.put("planning_ms", Milliseconds.exact(ours.planning()));
        node.put("duckdb_ms", Milliseconds.exact(peers.total()));
        long peerNanos = peers.total().toNanos();
        node.put("ratio", peerNanos == 0 ? 0 : rounded((double) ours.total().toNanos() / peerNanos));
        node.put("cpu_ms", Milliseconds.exact(ours.cpu()));
        node.put("duckdb_cpu_ms", Milliseconds.exact(peers.cpu()));
        node.put("peak_rss_bytes", ours.peakMemoryBytes());
        node.put("duckdb_peak_rss_bytes", peers.peakMemoryBytes());
    }

    private static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static double rounded(double ratio) {
        return Math.round(ratio * 1000) / 1000.0;
    }
}
