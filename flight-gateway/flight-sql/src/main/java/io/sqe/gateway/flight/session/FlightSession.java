package io.sqe.gateway.flight.session;

import io.sqe.gateway.query.Session;
import io.sqe.policy.decision.Principal;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** One client's session. Safe for use by many threads. */
public final class FlightSession {
    private final Session asItBegan;
    private final AtomicReference<Session> current;

    FlightSession(Session session) {
        this.asItBegan = session;
        this.current = new AtomicReference<>(copy(session, session.principal(), session.zone()));
    }

    /** What a statement runs in; USE changes it for the next. */
    public Session current() {
        return current.get();
    }

    public Principal principal() {
        return current().principal();
    }

    public void setZone(ZoneId zone) {
        current.updateAndGet(session -> copy(session, session.principal(), zone));
    }

    /** @param name empty for none in particular */
    public void setResourceGroup(Optional<String> name) {
        current.updateAndGet(session -> new Session(
                session.principal(),
                session.location().catalog(),
                session.location().namespace(),
                session.zone(),
                name));
    }

    /** Forgets every setting. */
    public void reset() {
        current.updateAndGet(session -> copy(asItBegan, session.principal(), asItBegan.zone()));
    }

    /** Whether it must be kept: a session as it began can be made again. */
    boolean isChanged() {
        Session now = current();
        return !now.location().equals(asItBegan.location())
                || !now.zone().equals(asItBegan.zone())
                || !now.resourceGroup().equals(asItBegan.resourceGroup());
    }

    /** The roles of a principal may have changed since its last call. */
    void refresh(Principal principal) {
        if (!principal().equals(principal)) {
            current.updateAndGet(session -> copy(session, principal, session.zone()));
        }
    }

    private static Session copy(Session session, Principal principal, ZoneId zone) {
        Session.Location location = session.location();
        return new Session(principal, location.catalog(), location.namespace(), zone, session.resourceGroup());
    }
}
