package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.key.ValueType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Who may see which rows and columns. */
public record PolicySettings(Engine engine, Optional<Path> file) {

    static final Key<Engine> ENGINE = Key.of(
            "policy.engine",
            ValueType.choice(Engine.class),
            Engine.PASSTHROUGH,
            "`passthrough`: everybody may do everything. `in_memory`: the rules of `policy.file`.");
    static final Key<Optional<Path>> FILE = Key.of(
                    "policy.file",
                    ValueType.path(),
                    Optional.empty(),
                    "Row filters, column masks and hidden columns by user and role, read again on reload.")
            .reloadable();

    static final List<Key<?>> KEYS = List.of(ENGINE, FILE);

    static PolicySettings of(Settings settings) {
        return new PolicySettings(settings.value(ENGINE), settings.value(FILE));
    }

    /** What decides. */
    public enum Engine {
        PASSTHROUGH,
        IN_MEMORY
    }
}
