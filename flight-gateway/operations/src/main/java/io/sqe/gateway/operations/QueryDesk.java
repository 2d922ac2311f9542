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

    /** The oldest first. */
    public List<ActiveQuery> running(Principal asker) {
        return active.all().stream()
                .filter(query -> mayActOn(asker, query.principal()))
                .toList();
    }

    /** The latest first. */
    public List<QueryRecord> ended(Principal asker) {
        return history.all().stream()
                .filter(query -> mayActOn(asker, query.principal()))
                .toList();
    }

    /** Empty if it has ended, or the asker knows of no such one. */
    public Optional<ActiveQuery> findRunning(Principal asker, QueryId id) {
        return active.find(id).filter(query -> mayActOn(asker, query.principal()));
    }

    /** Empty if it still runs, is forgotten, or the asker knows of no such one. */
    public Optional<QueryRecord> findEnded(Principal asker, QueryId id) {
        return history.find(id).filter(query -> mayActOn(asker, query.principal()));
    }

    /** What somebody wrote for an id; empty if it is none. */
    public static Optional<QueryId> readId(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(new QueryId(text));
    }

    /** Cancels a running query; false if the asker knows of no such one. */
    public boolean cancel(Principal asker, QueryId id) {
        Optional<ActiveQuery> query = findRunning(asker, id);
        query.ifPresent(running -> active.cancel(running, asker));
        return query.isPresent();
    }

    /** Whether somebody sees and cancels what others run. */
    public boolean isAdministrator(Principal asker) {
        return !Collections.disjoint(asker.roles(), adminRoles.get());
    }

    private boolean mayActOn(Principal asker, Principal owner) {
        return asker.name().equals(owner.name()) || isAdministrator(asker);
    }
}
