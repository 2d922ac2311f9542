package io.sqe.gateway.testing;

import io.sqe.catalog.TableName;
import io.sqe.policy.decision.PolicyEngine;
import io.sqe.policy.decision.Principal;
import io.sqe.policy.decision.SqlExpression;
import io.sqe.policy.decision.TableAccess;
import io.sqe.policy.decision.TableAction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Decides as a test says, the same for all tables, and anew as often as it says so. */
public final class DecidedPolicy implements PolicyEngine {
    private Function<Principal, TableAccess> access = _ -> new TableAccess.Full();
    private int version;

    /** From here on this holds. */
    public void decide(Function<Principal, TableAccess> decision) {
        access = decision;
        version++;
    }

    /** Only such rows. */
    public static TableAccess filtered(String condition) {
        return new TableAccess.Restricted(List.of(new SqlExpression(condition)), Map.of(), Set.of());
    }

    /** An expression in the place of a column. */
    public static TableAccess masked(String column, String expression) {
        return new TableAccess.Restricted(List.of(), Map.of(column, new SqlExpression(expression)), Set.of());
    }

    /** A table without a column. */
    public static TableAccess without(String column) {
        return new TableAccess.Restricted(List.of(), Map.of(), Set.of(column));
    }

    @Override
    public TableAccess decide(Principal principal, TableName table, TableAction action) {
        return access.apply(principal);
    }

    @Override
    public String fingerprint(Principal principal) {
        return version + principal.name() + principal.roles();
    }
}
