package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Secret;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.key.ValueType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long sessions last and what seals their tokens.
 *
 * @param clusterKeys {@code id:base64}, comma-separated; empty if the generated file has them
 * @param revocationsPath sessions that were ended before their time
 */
public record SessionSettings(
        Duration idleTimeout,
        Duration absoluteTimeout,
        Secret clusterKeys,
        Optional<Path> secretsPath,
        Path revocationsPath) {

    static final Key<Duration> IDLE_TIMEOUT = Key.of(
            "session.idle_timeout_secs",
            ValueType.seconds(),
            Duration.ofMinutes(15),
            "A session ends when it is not used for so long.");
    static final Key<Duration> ABSOLUTE_TIMEOUT = Key.of(
            "session.absolute_timeout_secs",
            ValueType.seconds(),
            Duration.ofHours(8),
            "A session ends so long after its login, used or not.");
    static final Key<Secret> CLUSTER_KEYS = Key.of(
                    "session.cluster_keys",
                    ValueType.secret(),
                    new Secret(""),
                    "256-bit keys of session tokens, as `id:base64`, separated by commas: the first seals, all open. Give all coordinators the same.")
            .secret();
    static final Key<Optional<Path>> SECRETS_PATH = Key.of(
            "session.secrets_path",
            ValueType.path(),
            Optional.of(Path.of(System.getProperty("user.home"), ".sqe", "session.keys")),
            "Where a key is made and kept, readable by its owner alone, if `session.cluster_keys` is empty.");

    static final Key<Optional<Path>> REVOCATIONS_PATH = Key.of(
            "session.revocations_path",
            ValueType.path(),
            Optional.of(Path.of(System.getProperty("user.home"), ".sqe", "session.revocations")),
            "Where sessions are noted that end before their time (logout, revocation), by id. Coordinators with the same file know within a second.");

    static final List<Key<?>> KEYS =
            List.of(IDLE_TIMEOUT, ABSOLUTE_TIMEOUT, CLUSTER_KEYS, SECRETS_PATH, REVOCATIONS_PATH);

    static SessionSettings of(Settings settings) {
        return new SessionSettings(
                settings.value(IDLE_TIMEOUT),
                settings.value(ABSOLUTE_TIMEOUT),
                settings.value(CLUSTER_KEYS),
                settings.value(SECRETS_PATH),
                settings.value(REVOCATIONS_PATH).orElse(Path.of("")));
    }
}
