package io.sqe.gateway.flight.statement;

import io.sqe.planner.parameter.Parameters;
import java.util.List;
import java.util.Optional;

/**
 * What a client wants run.
 *
 * @param runs what its placeholders stand for, in each run; there is at least one
 * @param transaction that it is a part of
 */
public record StatementText(String sql, List<Parameters> runs, Optional<Handle> transaction) {

    public StatementText with(Parameters values) {
        return new StatementText(sql, List.of(values), transaction);
    }
}
