package io.sqe.gateway.admission;

import io.sqe.policy.decision.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The resource groups of a server. Which one a query is in depends on who asks and on nothing that a client merely says. */
public record ResourceGroups(List<ResourceGroup> groups) {
    /** Everybody in one. */
    public static final ResourceGroups NONE = new ResourceGroups(List.of());

    public ResourceGroups {
        groups = List.copyOf(groups);
    }

    /**
     * The group that was asked for, or the one that says most about the query, by name if several do.
     *
     * @throws io.sqe.gateway.failure.QueryException if there is no such group that the principal may use
     */
    ResourceGroup choose(Principal principal, Optional<String> asked, Optional<String> source) {
        if (asked.isPresent()) {
            String name = asked.get();
            return find(name)
                    .filter(group -> group.admits(principal))
                    .orElseThrow(() -> Refusal.noSuchGroup(name, usable(principal)));
        }
        return groups.stream()
                .filter(group -> group.takes(principal, source))
                .min(Comparator.<ResourceGroup>comparingInt(group -> -group.precision(principal))
                        .thenComparing(ResourceGroup::name))
                .orElseGet(() -> find(ResourceGroup.DEFAULT.name()).orElse(ResourceGroup.DEFAULT));
    }

    /** The group of a name as it is configured now. */
    Optional<ResourceGroup> find(String name) {
        return groups.stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .or(() -> Optional.of(ResourceGroup.DEFAULT)
                        .filter(standard -> standard.name().equals(name)));
    }

    private List<String> usable(Principal principal) {
        return groups.stream()
                .filter(group -> group.admits(principal))
                .map(ResourceGroup::name)
                .sorted()
                .toList();
    }
}
