package io.sqe.gateway.flight.statement;

import io.sqe.planner.parameter.Parameters;
import java.util.Optional;

/**
 * What a client wants run.
 *
 * @param parameters what its placeholders stand for
 * @param transaction that it is a part of
 */
public record StatementText(String sql, Parameters parameters, Optional<Handle> transaction) {

    public StatementText with(Parameters values) {
        return new StatementText(sql, values, transaction);
    }
}
