package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.key.ValueType;
import java.util.List;

/** What is knowingly allowed. */
public record SecuritySettings(boolean allowInsecureTransport, List<String> trustedProxies) {

    static final Key<Boolean> ALLOW_INSECURE_TRANSPORT = Key.of(
            "security.allow_insecure_transport",
            ValueType.flag(),
            false,
            "Listen without TLS on addresses that others reach, as behind a proxy that has TLS.");

    static final Key<List<String>> TRUSTED_PROXIES = Key.of(
            "security.trusted_proxies",
            ValueType.networks(),
            List.of(),
            "Proxies whose `X-Forwarded-For` is believed in the audit log: addresses, or networks such as `10.0.0.0/8`.");

    static final List<Key<?>> KEYS = List.of(ALLOW_INSECURE_TRANSPORT, TRUSTED_PROXIES);

    static SecuritySettings of(Settings settings) {
        return new SecuritySettings(settings.value(ALLOW_INSECURE_TRANSPORT), settings.value(TRUSTED_PROXIES));
    }
}
