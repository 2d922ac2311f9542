package io.sqe.gateway.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What rooms note of their work for a query, for whoever tells of it at its end. Safe for use by many threads. */
public final class QueryNotes {
    /** A statement about more tables than that has listed them, and has not read them. */
    private static final int DECISIONS_MAX = 256;

    private final Map<String, PolicyNote> decisions = new LinkedHashMap<>();
    private ScanFigures scanned = ScanFigures.NONE;

    public synchronized void scanned(ScanFigures more) {
        scanned = scanned.plus(more);
    }

    public synchronized ScanFigures scanned() {
        return scanned;
    }

    /** Notes a decision, once however often it is asked for. */
    public synchronized void decided(PolicyNote decision) {
        if (decisions.size() < DECISIONS_MAX) {
            decisions.put(decision.action() + ' ' + decision.table(), decision);
        }
    }

    public synchronized List<PolicyNote> decisions() {
        return List.copyOf(decisions.values());
    }
}
