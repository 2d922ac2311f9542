package io.sqe.planner.binding;

import io.sqe.catalog.Catalogs;
import io.sqe.catalog.NamespaceName;
import io.sqe.policy.decision.PolicyEngine;
import io.sqe.policy.decision.Principal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * For whom, and against what, a statement is bound.
 *
 * @param catalogs as the principal's own identity shows them
 * @param catalog the one that names without a catalog are looked up in
 * @param namespace the one that names without a schema are looked up in
 * @param zone of current_timestamp and of casts between times with and without zone
 * @param now what every current_timestamp of the statement is
 */
public record BindingContext(
        Principal principal,
        PolicyEngine policy,
        Catalogs catalogs,
        String catalog,
        Optional<NamespaceName> namespace,
        ZoneId zone,
        Instant now,
        FileDescriber files) {}
