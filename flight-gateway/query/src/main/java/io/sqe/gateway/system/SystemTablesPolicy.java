package io.sqe.gateway.system;

import io.sqe.catalog.TableName;
import io.sqe.policy.decision.PolicyEngine;
import io.sqe.policy.decision.Principal;
import io.sqe.policy.decision.TableAccess;
import io.sqe.policy.decision.TableAction;

/**
 * Opens system tables to everybody and leaves all else to the policy.
 *
 * <p>Their rows are cut to what the asking principal may know of before anyone sees them, so there is nothing left to restrict; and
 * a policy that denies by default would break every client's first question. No stored table can have such a name: {@link
 * CatalogWithSystemTables} hides and refuses them. Writes are refused there too, with a message that says why.
 */
public final class SystemTablesPolicy implements PolicyEngine {
    private final PolicyEngine policy;

    public SystemTablesPolicy(PolicyEngine policy) {
        this.policy = policy;
    }

    @Override
    public TableAccess decide(Principal principal, TableName table, TableAction action) {
        return SystemNames.isReserved(table.namespace())
                ? new TableAccess.Full()
                : policy.decide(principal, table, action);
    }

    @Override
    public String fingerprint(Principal principal) {
        return policy.fingerprint(principal);
    }
}
