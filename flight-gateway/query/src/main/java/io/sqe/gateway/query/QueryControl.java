package io.sqe.gateway.query;

import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.ErrorCode;
import java.util.Optional;

/** What other threads than a query's reader may do with it. */
public interface QueryControl {

    QueryId id();

    QueryProgress progress();

    /** Stops the query within 200 ms; its reader gets {@link ErrorCode#QUERY_CANCELLED}. No effect once it has ended. */
    void cancel();

    /** The resource group that it waits or runs in, where there are such. */
    default Optional<String> resourceGroup() {
        return Optional.empty();
    }

    /** The plan as its person may see it, with what its operators did once that is known; empty before there is one. */
    default Optional<PlanNode> plan() {
        return Optional.empty();
    }
}
