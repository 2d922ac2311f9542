package io.sqe.gateway.query;

import io.sqe.executor.FragmentOptions;
import java.util.function.Consumer;

/**
 * How a query is run.
 *
 * @param batchRows rows of a result batch, at most
 * @param onAccepted told of the query before it is planned, so that others can watch and cancel it from then on
 */
public record QueryOptions(int batchRows, Consumer<QueryControl> onAccepted) {

    public static QueryOptions standard() {
        return new QueryOptions(FragmentOptions.BATCH_ROWS_DEFAULT, _ -> {});
    }

    public QueryOptions watchedBy(Consumer<QueryControl> watcher) {
        return new QueryOptions(batchRows, watcher);
    }
}
