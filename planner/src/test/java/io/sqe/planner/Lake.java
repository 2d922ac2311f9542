package io.sqe.planner;

import io.sqe.catalog.Catalog;
import io.sqe.catalog.Catalogs;
import io.sqe.catalog.Column;
import io.sqe.catalog.NamespaceName;
import io.sqe.planner.binding.BindingContext;
import io.sqe.planner.binding.BoundStatement;
import io.sqe.planner.binding.BoundStatement.CatalogCommand;
import io.sqe.planner.binding.Description;
import io.sqe.planner.binding.FileDescriber;
import io.sqe.planner.parameter.Parameters;
import io.sqe.planner.securing.SecuredPlan;
import io.sqe.policy.decision.PassthroughPolicy;
import io.sqe.policy.decision.PolicyEngine;
import io.sqe.policy.decision.Principal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A catalog called lake, as seen by one principal. */
record Lake(InMemoryCatalog catalog, String namespace, PolicyEngine policy, Principal principal, FileDescriber files) {
    static final Instant NOW = Instant.parse("2026-11-21T10:15:30Z");
    private static final Planner PLANNER = Planner.standard();

    static Lake of(InMemoryCatalog catalog, String namespace) {
        return new Lake(
                catalog,
                namespace,
                new PassthroughPolicy(),
                new Principal("ana", Set.of("analyst")),
                source -> List.<Column>of());
    }

    Lake under(PolicyEngine other) {
        return new Lake(catalog, namespace, other, principal, files);
    }

    Lake as(String user, String... roles) {
        return new Lake(catalog, namespace, policy, new Principal(user, Set.of(roles)), files);
    }

    Lake describing(FileDescriber other) {
        return new Lake(catalog, namespace, policy, principal, other);
    }

    BindingContext context() {
        var catalogs = new Catalogs() {
            @Override
            public List<String> names() {
                return List.of(catalog.name());
            }

            @Override
            public Optional<Catalog> find(String name) {
                return name.equals(catalog.name()) ? Optional.of(catalog) : Optional.empty();
            }
        };
        return new BindingContext(
                principal,
                policy,
                catalogs,
                catalog.name(),
                Optional.of(NamespaceName.of(catalog.name(), namespace)),
                ZoneId.of("UTC"),
                NOW,
                files);
    }

    BoundStatement<SecuredPlan> plan(String sql) {
        return PLANNER.plan(sql, context());
    }

    Description describe(String sql) {
        return PLANNER.describe(sql, context());
    }

    SecuredPlan query(String sql, Parameters parameters) {
        return planOf(PLANNER.plan(sql, context(), parameters));
    }

    /** The secured plan of a query, of an INSERT's or CREATE TABLE's source, or of what EXPLAIN explains. */
    SecuredPlan query(String sql) {
        return planOf(plan(sql));
    }

    private static SecuredPlan planOf(BoundStatement<SecuredPlan> statement) {
        return switch (statement) {
            case BoundStatement.Query<SecuredPlan>(var plan) -> plan;
            case BoundStatement.Insert<SecuredPlan>(var _, var source) -> source;
            case BoundStatement.CreateTable<SecuredPlan> create ->
                create.source().orElseThrow();
            case BoundStatement.Explain<SecuredPlan>(var _, var explained) -> planOf(explained);
            case BoundStatement.Command<SecuredPlan>(var command) -> throw new AssertionError("No plan: " + command);
        };
    }

    CatalogCommand command(String sql) {
        if (plan(sql) instanceof BoundStatement.Command<SecuredPlan>(var command)) {
            return command;
        }
        throw new AssertionError("Not a command: " + sql);
    }
}
