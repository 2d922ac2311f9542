package io.sqe.gateway.flight.session;

import io.sqe.gateway.query.Session;
import io.sqe.policy.decision.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The sessions that have settings of their own, by the key that their client shows. Safe for use by many threads. */
public final class FlightSessions {
    private final Function<Principal, Session> newSession;
    private final int countMax;
    private final Duration idleMax;
    private final InstantSource clock;

    /** In order of last use. */
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    public FlightSessions(
            Function<Principal, Session> newSession, int countMax, Duration idleMax, InstantSource clock) {
        this.newSession = newSession;
        this.countMax = countMax;
        this.idleMax = idleMax;
        this.clock = clock;
    }

    /** A session as it begins; it is forgotten after the call unless it is kept. */
    public FlightSession begin(Principal principal) {
        return new FlightSession(newSession.apply(principal));
    }

    /** The session of this key, if it is this principal's. */
    public synchronized Optional<FlightSession> find(String key, Principal principal) {
        Kept found = kept.get(key);
        if (found == null || !found.session.principal().name().equals(principal.name())) {
            return Optional.empty();
        }
        found.lastUsed = clock.instant();
        found.session.refresh(principal);
        return Optional.of(found.session);
    }

    /** Keeps the session under the key if it has settings to keep; true if it is kept now and was not before. */
    public synchronized boolean keep(String key, FlightSession session) {
        if (!session.isChanged() || kept.containsKey(key)) {
            return false;
        }
        kept.put(key, new Kept(session, clock.instant()));
        if (kept.size() > countMax) {
            Iterator<String> eldest = kept.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
        return true;
    }

    /** Forgets the session of this key, if it is this principal's. */
    public synchronized void forget(String key, Principal principal) {
        if (find(key, principal).isPresent()) {
            kept.remove(key);
        }
    }

    /** Forgets what nobody has used for too long. */
    public synchronized void sweep() {
        Instant oldest = clock.instant().minus(idleMax);
        kept.values().removeIf(session -> session.lastUsed.isBefore(oldest));
    }

    private static final class Kept {
        private final FlightSession session;
        private Instant lastUsed;

        private Kept(FlightSession session, Instant lastUsed) {
            this.session = session;
            this.lastUsed = lastUsed;
        }
    }
}
