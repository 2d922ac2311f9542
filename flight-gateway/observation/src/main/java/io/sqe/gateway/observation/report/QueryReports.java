package io.sqe.gateway.observation.report;

import io.sqe.fragment.QueryId;
import java.util.LinkedHashMap;
import java.util.Map;

/** The reports of the queries that ended last, as many as fit. Safe for use by many threads. */
public final class QueryReports {
    /** Beyond it the oldest are forgotten. */
    private static final long BYTES_MAX = 16L << 20;

    private final Map<QueryId, QueryReport> byId = new LinkedHashMap<>();
    private long bytes;

    synchronized void add(QueryId id, QueryReport report) {
        if (report.bytes() > BYTES_MAX || byId.containsKey(id)) {
            return;
        }
        byId.put(id, report);
        bytes += report.bytes();
        var oldest = byId.values().iterator();
        while (bytes > BYTES_MAX) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    /** Of a query that is not known, or forgotten, there is nothing to tell. */
    public synchronized QueryReport find(QueryId id) {
        return byId.getOrDefault(id, QueryReport.NOTHING);
    }
}
