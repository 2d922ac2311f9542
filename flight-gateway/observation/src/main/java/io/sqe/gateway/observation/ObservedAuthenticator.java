package io.sqe.gateway.observation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.identity.Authenticator;
import io.sqe.gateway.identity.Credentials;
import io.sqe.policy.decision.Principal;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.LongStream;

/** An authenticator whose answers are counted. */
public final class ObservedAuthenticator implements Authenticator {
    private static final Duration[] BUCKETS = LongStream.of(1, 10, 50, 100, 250, 500, 1000, 5000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Authenticator authenticator;
    private final String provider;
    private final MeterRegistry registry;
    private final Timer duration;

    /** @param provider as metrics have it */
    public ObservedAuthenticator(Authenticator authenticator, String provider, MeterRegistry registry) {
        this.authenticator = authenticator;
        this.provider = provider;
        this.registry = registry;
        this.duration = Timer.builder("sqe.auth.duration")
                .description("Time to check credentials")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    @Override
    public Principal authenticate(Credentials credentials) {
        Timer.Sample sample = Timer.start(registry);
        try {
            Principal principal = authenticator.authenticate(credentials);
            count("success");
            return principal;
        } catch (AuthenticationException refused) {
            count(refused.reason().name().toLowerCase(Locale.ROOT));
            throw refused;
        } finally {
            sample.stop(duration);
        }
    }

    private void count(String status) {
        Counter.builder("sqe.auth.attempts")
                .description("Credentials that were checked")
                .tag("provider", provider)
                .tag("status", status)
                .register(registry)
                .increment();
    }
}
