package io.sqe.gateway.query;

import io.sqe.executor.FragmentOptions;
import io.sqe.fragment.QueryId;
import java.util.function.Consumer;

/**
 * How a query is run.
 *
 * @param id names the query, everywhere; never used twice
 * @param batchRows rows of a result batch, at most
 * @param client where the query comes from
 * @param onAccepted told of the query before it is planned, so that others can watch and cancel it from then on
 */
public record QueryOptions(QueryId id, int batchRows, ClientContext client, Consumer<QueryControl> onAccepted) {

    public QueryOptions(int batchRows, Consumer<QueryControl> onAccepted) {
        this(QueryId.random(), batchRows, ClientContext.EMBEDDED, onAccepted);
    }

    /** The options of a new query. */
    public static QueryOptions standard() {
        return new QueryOptions(FragmentOptions.BATCH_ROWS_DEFAULT, _ -> {});
    }

    public QueryOptions watchedBy(Consumer<QueryControl> watcher) {
        return new QueryOptions(id, batchRows, client, watcher);
    }

    public QueryOptions from(ClientContext context) {
        return new QueryOptions(id, batchRows, context, onAccepted);
    }
}
