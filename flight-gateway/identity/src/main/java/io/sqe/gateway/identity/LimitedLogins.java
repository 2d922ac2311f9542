package io.sqe.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.sqe.gateway.identity.AuthenticationException.Reason;
import io.sqe.policy.decision.Principal;
import java.time.Duration;
import java.util.Locale;

/**
 * Refuses logins unread after too many failed ones, under one user name or under all together. Logins that succeed are not counted:
 * some clients send their password with every request.
 */
public final class LimitedLogins implements Authenticator {
    private static final int NAMES_MAX = 100_000;
    /** Of guesses under ever new names. */
    private static final long ALL_NAMES_FACTOR = 20;

    private final Authenticator authenticator;
    private final long failuresPerMinute;
    private final Bucket all;
    private final Cache<String, Bucket> byName = Caffeine.newBuilder()
            .maximumSize(NAMES_MAX)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    public LimitedLogins(Authenticator authenticator, long failuresPerMinute) {
        this.authenticator = authenticator;
        this.failuresPerMinute = failuresPerMinute;
        this.all = bucket(failuresPerMinute * ALL_NAMES_FACTOR);
    }

    @Override
    public Principal authenticate(Credentials credentials) {
        if (!(credentials instanceof Credentials.Password(String user, String _))) {
            return authenticator.authenticate(credentials);
        }
        Bucket own = byName.get(user.toLowerCase(Locale.ROOT), _ -> bucket(failuresPerMinute));
        if (own.getAvailableTokens() == 0 || all.getAvailableTokens() == 0) {
            throw new AuthenticationException(Reason.TOO_MANY_ATTEMPTS);
        }
        try {
            return authenticator.authenticate(credentials);
        } catch (AuthenticationException refused) {
            if (refused.reason() == Reason.INVALID) {
                own.tryConsume(1);
                all.tryConsume(1);
            }
            throw refused;
        }
    }

    private static Bucket bucket(long perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
