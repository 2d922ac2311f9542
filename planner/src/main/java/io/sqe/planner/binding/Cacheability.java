package io.sqe.planner.binding;

import io.sqe.catalog.TableName;
import java.util.Set;

/**
 * How long a plan stays right for the same text, principal, policy fingerprint and session.
 *
 * @param lifetime whether anything in it holds for this statement alone
 * @param views the views it was expanded from; like its tables, they may have changed since
 */
public record Cacheability(Lifetime lifetime, Set<TableName> views) {

    public Cacheability {
        views = Set.copyOf(views);
    }

    /** What a plan depends on besides the state of its tables and views. */
    public enum Lifetime {
        /** Right as long as its tables and views are in the same state. */
        UNTIL_CATALOG_CHANGES,
        /** Holds the time at which it was bound, a version found by time or reference, or columns of files. */
        THIS_STATEMENT
    }
}
