package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.key.ValueType;
import java.util.List;

/** What queries may read beside tables. */
public record StorageSettings(boolean allowLocalPaths) {

    static final Key<Boolean> ALLOW_LOCAL_PATHS = Key.of(
            "storage.tvf.allow_local_paths",
            ValueType.flag(),
            false,
            "Whether users may name files of the server's machine in SQL. They then read what the server's own user can.");

    static final List<Key<?>> KEYS = List.of(ALLOW_LOCAL_PATHS);

    static StorageSettings of(Settings settings) {
        return new StorageSettings(settings.value(ALLOW_LOCAL_PATHS));
    }
}
