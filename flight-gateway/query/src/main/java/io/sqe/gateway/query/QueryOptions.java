package io.sqe.gateway.query;

import io.sqe.executor.FragmentOptions;
import io.sqe.fragment.QueryId;
import io.sqe.planner.parameter.Parameters;
import java.util.function.Consumer;

/**
 * How a query is run.
 *
 * @param id names the query, everywhere; never used twice
 * @param batchRows rows of a result batch, at most
 * @param parameters the values of the statement's placeholders
 * @param client where the query comes from
 * @param onAccepted told of the query before it is planned, so that others can watch and cancel it from then on
 */
public record QueryOptions(
        QueryId id, int batchRows, Parameters parameters, ClientContext client, Consumer<QueryControl> onAccepted) {

    /** The options of a new query. */
    public static QueryOptions standard() {
        return new QueryOptions(
                QueryId.random(), FragmentOptions.BATCH_ROWS_DEFAULT, Parameters.NONE, ClientContext.EMBEDDED, _ -> {});
    }

    public QueryOptions watchedBy(Consumer<QueryControl> watcher) {
        return new QueryOptions(id, batchRows, parameters, client, watcher);
    }

    public QueryOptions withParameters(Parameters values) {
        return new QueryOptions(id, batchRows, values, client, onAccepted);
    }

    public QueryOptions withBatchRows(int rows) {
        return new QueryOptions(id, rows, parameters, client, onAccepted);
    }

    public QueryOptions from(ClientContext context) {
        return new QueryOptions(id, batchRows, parameters, context, onAccepted);
    }
}
