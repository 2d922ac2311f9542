package io.sqe.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.failure.AuthenticationException.Reason;
import io.sqe.policy.decision.Principal;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Refuses logins unread after too many failed ones, under one user name or under all together. Logins that succeed are not counted:
 * some clients send their password with every request.
 */
public final class LimitedLogins implements Authenticator {
    private static final int NAMES_MAX = 100_000;
    /** Of guesses under ever new names. */
    private static final long ALL_NAMES_FACTOR = 20;

    private final Authenticator authenticator;
    private final LongSupplier failuresPerMinute;
    private final AtomicReference<Counts> counts;

    /** @param failuresPerMinute asked anew for every login; when it changes, counting begins anew */
    public LimitedLogins(Authenticator authenticator, LongSupplier failuresPerMinute) {
        this.authenticator = authenticator;
        this.failuresPerMinute = failuresPerMinute;
        this.counts = new AtomicReference<>(new Counts(failuresPerMinute.getAsLong()));
    }

    @Override
    public Principal authenticate(Credentials credentials) {
        if (!(credentials instanceof Credentials.Password(String user, String _))) {
            return authenticator.authenticate(credentials);
        }
        long perMinute = failuresPerMinute.getAsLong();
        Counts now = counts.updateAndGet(known -> known.perMinute == perMinute ? known : new Counts(perMinute));
        Bucket own = now.byName.get(user.toLowerCase(Locale.ROOT), _ -> bucket(perMinute));
        if (own.getAvailableTokens() == 0 || now.all.getAvailableTokens() == 0) {
            throw new AuthenticationException(Reason.TOO_MANY_ATTEMPTS);
        }
        try {
            return authenticator.authenticate(credentials);
        } catch (AuthenticationException refused) {
            if (refused.reason() == Reason.INVALID) {
                own.tryConsume(1);
                now.all.tryConsume(1);
            }
            throw refused;
        }
    }

    private static Bucket bucket(long perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    /** Failed logins under one limit. */
    private static final class Counts {
        private final long perMinute;
        private final Bucket all;
        private final Cache<String, Bucket> byName = Caffeine.newBuilder()
                .maximumSize(NAMES_MAX)
                .expireAfterAccess(Duration.ofMinutes(2))
                .build();

        Counts(long perMinute) {
            this.perMinute = perMinute;
            this.all = bucket(perMinute * ALL_NAMES_FACTOR);
        }
    }
}
