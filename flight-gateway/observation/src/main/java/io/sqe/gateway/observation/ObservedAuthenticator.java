package io.sqe.gateway.observation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sqe.gateway.identity.AuthenticationException;
import io.sqe.gateway.identity.AuthenticationException.Reason;
import io.sqe.gateway.identity.Authenticator;
import io.sqe.gateway.identity.Credentials;
import io.sqe.policy.decision.Principal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** An authenticator whose answers are counted, and whose refusals of proof are told of. */
public final class ObservedAuthenticator implements Authenticator {
    private final Authenticator authenticator;
    private final String provider;
    private final MeterRegistry registry;
    private final Consumer<Optional<String>> onInvalid;
    private final Timer duration;

    /**
     * @param provider as metrics have it
     * @param onInvalid told the name, if there was one, under which proof failed
     */
    public ObservedAuthenticator(
            Authenticator authenticator,
            String provider,
            MeterRegistry registry,
            Consumer<Optional<String>> onInvalid) {
        this.authenticator = authenticator;
        this.provider = provider;
        this.registry = registry;
        this.onInvalid = onInvalid;
        this.duration = Timer.builder("sqe.auth.duration")
                .description("Time to check credentials")
                .publishPercentileHistogram(false)
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
            if (refused.reason() == Reason.INVALID) {
                onInvalid.accept(nameIn(credentials));
            }
            throw refused;
        } finally {
            sample.stop(duration);
        }
    }

    private static Optional<String> nameIn(Credentials credentials) {
        return switch (credentials) {
            case Credentials.Password(String user, String _) -> Optional.of(user);
            case Credentials.NameOnly(String user) -> Optional.of(user);
            case Credentials.BearerToken _, Credentials.None _ -> Optional.empty();
        };
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
