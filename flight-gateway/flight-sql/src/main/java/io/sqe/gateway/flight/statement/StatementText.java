package io.sqe.gateway.flight.statement;

import io.sqe.gateway.query.QueryInput;
import io.sqe.planner.parameter.Parameters;
import java.util.List;
import java.util.Optional;

/**
 * What a client wants run.
 *
 * @param runs what its placeholders stand for, in each run; there is at least one
 * @param transaction that it is a part of
 */
public record StatementText(QueryInput input, List<Parameters> runs, Optional<Handle> transaction) {

    public StatementText with(Parameters values) {
        return new StatementText(input, List.of(values), transaction);
    }
}
