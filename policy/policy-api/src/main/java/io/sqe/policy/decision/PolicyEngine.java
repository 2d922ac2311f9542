package io.sqe.policy.decision;

import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableName;

/**
 * Decides. Safe for use by many threads; an implementation that cannot decide answers {@link TableAccess.Denied}.
 */
public interface PolicyEngine {

    TableAccess decide(Principal principal, TableName table, TableAction action);

    /**
     * Decides about a namespace as a whole: to create it is to create any table in it, to drop it is to drop any. Asked as the
     * table {@code *}, which only a rule about all tables of the namespace covers.
     */
    default TableAccess decide(Principal principal, NamespaceName namespace, TableAction action) {
        return decide(principal, namespace.table("*"), action);
    }

    /**
     * A value that differs whenever any decision for this principal could differ: part of the key of every cache of plans or
     * results.
     */
    String fingerprint(Principal principal);
}
