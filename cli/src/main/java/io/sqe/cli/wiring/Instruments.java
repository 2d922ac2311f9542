package io.sqe.cli.wiring;

import io.sqe.catalog.Catalogs;
import io.sqe.policy.decision.PolicyEngine;
import java.util.function.UnaryOperator;

/** What is put around the parts of an engine to measure them. */
record Instruments(UnaryOperator<Catalogs> catalogs, UnaryOperator<PolicyEngine> policy) {
    static final Instruments NONE = new Instruments(UnaryOperator.identity(), UnaryOperator.identity());
}
