package io.sqe.gateway.observation;

import io.sqe.gateway.trace.PolicyNote;
import io.sqe.gateway.trace.ScanFigures;
import io.sqe.gateway.trace.TraceContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was noted while a query ran.
 *
 * @param trace the place of the query's own span, or its client's
 * @param rowsWritten by a write that has committed
 * @param decisions of policy, about the tables that the query names
 */
public record QueryDetails(
        Optional<TraceContext> trace, ScanFigures scanned, OptionalLong rowsWritten, List<PolicyNote> decisions) {
    public static final QueryDetails NONE =
            new QueryDetails(Optional.empty(), ScanFigures.NONE, OptionalLong.empty(), List.of());

    public QueryDetails {
        decisions = List.copyOf(decisions);
    }
}
