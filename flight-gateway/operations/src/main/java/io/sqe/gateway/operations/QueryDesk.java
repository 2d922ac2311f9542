package io.sqe.gateway.operations;

import io.sqe.fragment.QueryId;
import io.sqe.gateway.identity.Authenticator;
import io.sqe.gateway.observation.ActiveQueries;
import io.sqe.gateway.observation.ActiveQueries.ActiveQuery;
import io.sqe.gateway.observation.QueryHistory;
import io.sqe.gateway.observation.QueryRecord;
import io.sqe.policy.decision.Principal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Queries as somebody may see them: one's own, and all for an administrator.
 *
 * @param adminRoles roles whose owners see and cancel the queries of others, as they are now
 */
public record QueryDesk(
        ActiveQueries active, QueryHistory history, Authenticator authenticator, Supplier<Set<String>> adminRoles) {

    List<ActiveQuery> running(Principal asker) {
        return active.all().stream()
                .filter(query -> mayActOn(asker, query.principal()))
                .toList();
    }

    List<QueryRecord> ended(Principal asker) {
        return history.all().stream()
                .filter(query -> mayActOn(asker, query.principal()))
                .toList();
    }

    /** Cancels a running query; false if the asker knows of no such one. */
    boolean cancel(Principal asker, QueryId id) {
        Optional<ActiveQuery> query = active.find(id).filter(running -> mayActOn(asker, running.principal()));
        query.ifPresent(running -> active.cancel(running, asker));
        return query.isPresent();
    }

    private boolean mayActOn(Principal asker, Principal owner) {
        return asker.name().equals(owner.name()) || !Collections.disjoint(asker.roles(), adminRoles.get());
    }
}
