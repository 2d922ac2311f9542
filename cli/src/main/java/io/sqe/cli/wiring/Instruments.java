package io.sqe.cli.wiring;

import io.sqe.catalog.Catalogs;
import io.sqe.executor.Executor;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.policy.decision.PolicyEngine;
import java.util.function.UnaryOperator;

/** What is put around the parts of an engine, and around the whole, to measure them. */
public record Instruments(
        UnaryOperator<Catalogs> catalogs,
        UnaryOperator<PolicyEngine> policy,
        UnaryOperator<Executor> executor,
        UnaryOperator<QueryEngine> engine) {
    static final Instruments NONE = watching(UnaryOperator.identity());

    static Instruments watching(UnaryOperator<QueryEngine> engine) {
        return new Instruments(UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity(), engine);
    }
}
