package io.sqe.gateway.admission;

import io.sqe.policy.decision.Principal;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * Queries that share limits. The users and roles say who may use the group, nobody else; where neither is named, everybody may. The
 * sources only choose: what a program calls itself proves nothing.
 *
 * @param users names; one that ends in {@code *} stands for all that begin so
 * @param runningMax queries of the group at a time
 * @param waitingMax queries of the group that wait; the next is refused at once
 * @param memoryPercent of the memory for all queries
 * @param weight a group of twice the weight gets twice the places while both have queries waiting
 */
public record ResourceGroup(
        String name,
        Set<String> users,
        Set<String> roles,
        Set<String> sources,
        int runningMax,
        int waitingMax,
        int memoryPercent,
        int weight) {
    /** Of who is in no other: no limits but those for everybody. */
    public static final ResourceGroup DEFAULT =
            new ResourceGroup("default", Set.of(), Set.of(), Set.of(), Integer.MAX_VALUE, Integer.MAX_VALUE, 100, 1);

    private static final String ANY = "*";

    public ResourceGroup {
        if (runningMax < 1 || waitingMax < 0 || memoryPercent < 1 || memoryPercent > 100 || weight < 1) {
            throw new IllegalArgumentException("No query could ever run in the resource group " + name);
        }
        users = Set.copyOf(users);
        roles = Set.copyOf(roles);
        sources = Set.copyOf(sources);
    }

    boolean admits(Principal principal) {
        return isForEverybody() || namesUser(principal) || !Collections.disjoint(roles, principal.roles());
    }

    /** Whether a query belongs here without having asked for it. */
    boolean takes(Principal principal, Optional<String> source) {
        boolean isSource = source.filter(sources::contains).isPresent();
        boolean isNamed = sources.isEmpty() ? !isForEverybody() : isSource;
        return isNamed && admits(principal);
    }

    /** Of two groups that take a query it goes to the one that says more about it. */
    int precision(Principal principal) {
        return (namesUser(principal) ? 4 : 0) + (isForEverybody() ? 0 : 2) + (sources.isEmpty() ? 0 : 1);
    }

    /** Its part of a budget; none of no budget. */
    long share(long budgetBytes) {
        return memoryPercent == 100 ? budgetBytes : budgetBytes / 100 * memoryPercent;
    }

    private boolean isForEverybody() {
        return users.isEmpty() && roles.isEmpty();
    }

    private boolean namesUser(Principal principal) {
        return users.stream()
                .anyMatch(user -> user.endsWith(ANY)
                        ? principal.name().startsWith(user.substring(0, user.length() - 1))
                        : principal.name().equals(user));
    }
}
