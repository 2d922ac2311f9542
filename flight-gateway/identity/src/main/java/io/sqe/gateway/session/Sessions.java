package io.sqe.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.failure.AuthenticationException.Reason;
import io.sqe.policy.decision.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The sessions of a cluster. A session is in its token: any coordinator with the keys takes it, before and after a restart. What a
 * coordinator remembers by itself is only when it saw a session last, to end idle ones, and which were ended before their time. Safe
 * for use by many threads.
 */
public final class Sessions {
    /** More would be forgotten, the longest unused first; a forgotten one is only no longer known to be idle. */
    private static final long SEEN_MAX = 1_000_000;

    private final SessionTokens tokens;
    private final Duration idleTimeout;
    private final Duration absoluteTimeout;
    private final Clock clock;
    private final Cache<String, SessionInUse> lastSeen;
    private final Revocations revocations;

    /** Sessions whose ends are known to this process alone. */
    public Sessions(ClusterKeys keys, Duration idleTimeout, Duration absoluteTimeout, Clock clock) {
        this(keys, idleTimeout, absoluteTimeout, clock, Revocations.inMemory(clock));
    }

    public Sessions(
            ClusterKeys keys, Duration idleTimeout, Duration absoluteTimeout, Clock clock, Revocations revocations) {
        this.revocations = revocations;
        this.tokens = new SessionTokens(keys);
        this.idleTimeout = idleTimeout;
        this.absoluteTimeout = absoluteTimeout;
        this.clock = clock;
        this.lastSeen = Caffeine.newBuilder()
                .maximumSize(SEEN_MAX)
                .expireAfterWrite(absoluteTimeout)
                .build();
    }

    /** Begins a session for somebody who has proved who it is. */
    public NewSession begin(Principal principal) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        SessionClaims claims =
                new SessionClaims(UUID.randomUUID().toString(), principal, now, now.plus(absoluteTimeout));
        lastSeen.put(claims.id(), new SessionInUse(claims, clock.instant()));
        return new NewSession(tokens.seal(claims), claims);
    }

    /**
     * Takes a token, and notes that its session is used.
     *
     * @return empty if the token is none of this cluster's
     * @throws AuthenticationException if it was, and is expired, idle for too long, revoked or forged
     */
    public Optional<SessionClaims> resume(String token) {
        Optional<SessionClaims> claims = tokens.open(token);
        claims.ifPresent(this::check);
        return claims;
    }

    /**
     * As {@link #resume}, but the session does not count as used: a page that asks by itself must not keep it alive.
     *
     * @throws AuthenticationException as {@link #resume}
     */
    public Optional<SessionClaims> look(String token) {
        Optional<SessionClaims> claims = tokens.open(token);
        claims.ifPresent(known -> checkLive(known, clock.instant()));
        return claims;
    }

    private void check(SessionClaims claims) {
        Instant now = clock.instant();
        checkLive(claims, now);
        lastSeen.put(claims.id(), new SessionInUse(claims, now));
    }

    private void checkLive(SessionClaims claims, Instant now) {
        SessionInUse seen = lastSeen.getIfPresent(claims.id());
        boolean isIdle = seen != null && seen.lastUsedAt().plus(idleTimeout).isBefore(now);
        boolean isOver = claims.expiresAt().isBefore(now) || revocations.cover(claims);
        if (isIdle || isOver) {
            throw new AuthenticationException(Reason.EXPIRED);
        }
    }

    /** Ends the session of a token, if it is one of this cluster's. */
    public void end(String token) {
        tokens.open(token).ifPresent(this::end);
    }

    /** Ends a session, whoever has its token. */
    public void end(SessionClaims claims) {
        lastSeen.invalidate(claims.id());
        revocations.endSession(claims);
    }

    /** Ends every session of a user that began before; new ones can begin. */
    public void endAll(String user) {
        revocations.endUser(user, absoluteTimeout);
    }

    /** Sessions that were used here and are neither over nor idle for too long. */
    public long activeCount() {
        return active().count();
    }

    /** The same, the last used first. */
    public List<SessionInUse> inUse() {
        return active().sorted(Comparator.comparing(SessionInUse::lastUsedAt).reversed())
                .toList();
    }

    private Stream<SessionInUse> active() {
        Instant oldest = clock.instant().minus(idleTimeout);
        return lastSeen.asMap().values().stream()
                .filter(session -> !session.lastUsedAt().isBefore(oldest));
    }

    /** A session as this coordinator knows it. */
    public record SessionInUse(SessionClaims claims, Instant lastUsedAt) {}

    /** A session and the token to hand to its client, once. */
    public record NewSession(String token, SessionClaims claims) {
        @Override
        public String toString() {
            return "NewSession[" + claims + "]";
        }
    }
}
