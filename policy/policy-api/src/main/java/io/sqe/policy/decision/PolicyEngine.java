package io.sqe.policy.decision;

import io.sqe.catalog.TableName;

/**
 * Decides. Safe for use by many threads; an implementation that cannot decide answers {@link TableAccess.Denied}.
 */
public interface PolicyEngine {

    TableAccess decide(Principal principal, TableName table, TableAction action);

    /**
     * A value that differs whenever any decision for this principal could differ: part of the key of every cache of plans or
     * results.
     */
    String fingerprint(Principal principal);
}
