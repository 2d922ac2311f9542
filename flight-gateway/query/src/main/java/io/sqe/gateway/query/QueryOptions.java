package io.sqe.gateway.query;

import io.sqe.executor.FragmentOptions;
import io.sqe.planner.parameter.Parameters;
import java.util.function.Consumer;

/**
 * How a query is run.
 *
 * @param batchRows rows of a result batch, at most
 * @param parameters what the statement's placeholders stand for
 * @param onAccepted told of the query before it is planned, so that others can watch and cancel it from then on
 */
public record QueryOptions(int batchRows, Parameters parameters, Consumer<QueryControl> onAccepted) {

    public QueryOptions(int batchRows, Consumer<QueryControl> onAccepted) {
        this(batchRows, Parameters.NONE, onAccepted);
    }

    public static QueryOptions standard() {
        return new QueryOptions(FragmentOptions.BATCH_ROWS_DEFAULT, _ -> {});
    }

    public QueryOptions watchedBy(Consumer<QueryControl> watcher) {
        return new QueryOptions(batchRows, parameters, watcher);
    }

    public QueryOptions withParameters(Parameters values) {
        return new QueryOptions(batchRows, values, onAccepted);
    }
}
