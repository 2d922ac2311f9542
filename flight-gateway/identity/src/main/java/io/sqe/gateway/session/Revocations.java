package io.sqe.gateway.session;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sessions that were ended before their time, kept until that. With a file they outlive this process, and every coordinator with
 * the same file knows of them within a second. Safe for use by many threads.
 */
public final class Revocations {
    /** Beyond it every session that began before now ends: refusing too many is better than taking one that was ended. */
    private static final int KEPT_MAX = 200_000;

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Clock clock;
    private final Optional<RevocationFile> file;
    private final Map<String, Instant> sessions = new HashMap<>();
    private final Map<String, Revocation.OfUser> users = new HashMap<>();
    private Instant lastLook = Instant.EPOCH;
    private Instant endedUpTo = Instant.EPOCH;

    private Revocations(Clock clock, Optional<RevocationFile> file) {
        this.clock = clock;
        this.file = file;
    }

    /** Those of this process alone. */
    public static Revocations inMemory(Clock clock) {
        return new Revocations(clock, Optional.empty());
    }

    /**
     * Those of all coordinators with this file; it is made if it is not there.
     *
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public static Revocations in(Path file, Clock clock) {
        return new Revocations(clock, Optional.of(new RevocationFile(file, clock.instant())));
    }

    synchronized void endSession(SessionClaims claims) {
        record(new Revocation.OfSession(claims.id(), claims.expiresAt()));
    }

    /** @param longest that a session of the user can still last */
    synchronized void endUser(String user, Duration longest) {
        Instant now = clock.instant();
        record(new Revocation.OfUser(Revocation.digest(user), now, now.plus(longest)));
    }

    private void record(Revocation revocation) {
        take(revocation);
        file.ifPresent(shared -> shared.append(revocation));
    }

    /** Whether the session was ended. */
    synchronized boolean cover(SessionClaims claims) {
        look();
        Revocation.OfUser user = users.get(Revocation.digest(claims.principal().name()));
        return sessions.containsKey(claims.id())
                || !claims.issuedAt().isAfter(endedUpTo)
                || (user != null && !claims.issuedAt().isAfter(user.begunBy()));
    }

    private void look() {
        Instant now = clock.instant();
        if (file.isPresent() && !lastLook.plus(LOOK).isAfter(now)) {
            lastLook = now;
            file.flatMap(RevocationFile::readIfChanged).orElse(List.of()).forEach(this::take);
        }
    }

    private void take(Revocation revocation) {
        switch (revocation) {
            case Revocation.OfSession(var id, var until) -> sessions.put(id, until);
            case Revocation.OfUser user ->
                users.merge(user.user(), user, (one, other) -> one.begunBy().isAfter(other.begunBy()) ? one : other);
        }
        if (sessions.size() + users.size() > KEPT_MAX) {
            makeRoom();
        }
    }

    private void makeRoom() {
        Instant now = clock.instant();
        sessions.values().removeIf(until -> until.isBefore(now));
        users.values().removeIf(user -> user.until().isBefore(now));
        if (sessions.size() + users.size() > KEPT_MAX) {
            endedUpTo = now;
            sessions.clear();
            users.clear();
        }
    }
}
