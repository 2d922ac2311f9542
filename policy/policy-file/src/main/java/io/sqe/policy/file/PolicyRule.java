package io.sqe.policy.file;

import io.sqe.catalog.TableName;
import io.sqe.policy.decision.Principal;
import io.sqe.policy.decision.TableAction;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One rule of the file.
 *
 * @param title tells a reader of the audit log which rule it was
 * @param tables the rule is about; any of them
 * @param users the rule is for, or those with one of the roles; with neither, everybody
 * @param denies whether the rule takes access away; it then restricts nothing else
 */
record PolicyRule(
        String title,
        List<TablePattern> tables,
        Set<String> users,
        Set<String> roles,
        Set<TableAction> actions,
        boolean denies,
        List<String> rowFilters,
        Map<String, Mask> masks,
        Set<String> hiddenColumns) {

    boolean isAbout(TableName table) {
        return tables.stream().anyMatch(pattern -> pattern.matches(table));
    }

    boolean isFor(Principal principal) {
        boolean forEverybody = users.isEmpty() && roles.isEmpty();
        return forEverybody || users.contains(principal.name()) || !Collections.disjoint(roles, principal.roles());
    }

    /** A table that may be used in any way may be known of; and not to be known of is to be denied in every way. */
    boolean covers(TableAction action) {
        return denies
                ? actions.contains(action) || actions.contains(TableAction.DISCOVER)
                : actions.contains(action) || action == TableAction.DISCOVER;
    }
}
