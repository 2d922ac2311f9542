package io.sqe.gateway.identity.jwt;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider's keys, read again from time to time and when a token names one that is not known: so the provider can change them. A
 * stranger who makes up key names causes no more than one reading in a while. When they cannot be read the last ones do for some
 * time, and then none. Safe for use by many threads.
 */
final class RotatingKeys implements JWKSource<SecurityContext> {
    private static final Logger LOG = LoggerFactory.getLogger(RotatingKeys.class);

    /** A key that the provider has withdrawn is taken no longer than this. */
    private static final Duration FRESH_FOR = Duration.ofMinutes(5);

    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(10);
    private static final Duration USABLE_FOR = Duration.ofHours(1);

    private final KeySetSource source;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();

    private volatile @Nullable Known known;
    private volatile Instant lastTried = Instant.MIN;

    RotatingKeys(KeySetSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        List<JWK> found = selector.select(current(FRESH_FOR));
        return found.isEmpty() ? selector.select(current(BETWEEN_READINGS)) : found;
    }

    /** Keys that are no older than this, unless they cannot be had or were asked for just now. */
    private JWKSet current(Duration ageMax) throws KeySourceException {
        Instant now = clock.instant();
        Known before = known;
        if (before != null && before.readAt().plus(ageMax).isAfter(now)) {
            return before.keys();
        }
        reading.lock();
        try {
            if (!lastTried.isAfter(now.minus(BETWEEN_READINGS))) {
                lastTried = now;
                read(now);
            }
        } finally {
            reading.unlock();
        }
        return usable(now);
    }

    private void read(Instant now) {
        try {
            known = new Known(source.load(), now);
        } catch (IOException failure) {
            LOG.atWarn().addKeyValue("source", source).setCause(failure).log("keys of the identity provider not read");
        }
    }

    private JWKSet usable(Instant now) throws KeySourceException {
        Known last = known;
        if (last == null || last.readAt().plus(USABLE_FOR).isBefore(now)) {
            throw new KeySourceException("The identity provider's keys cannot be read");
        }
        return last.keys();
    }

    /** Keys as they once were. */
    private record Known(JWKSet keys, Instant readAt) {}
}
