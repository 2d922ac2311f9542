package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.key.ValueType;
import java.util.List;

/**
 * Where the engine of this process runs.
 *
 * @param standby whether another process stands by to take its place
 */
public record EngineSettings(Place place, boolean standby) {

    static final Key<Place> ENGINE = Key.of(
            "coordinator.engine",
            ValueType.choice(Place.class),
            Place.PROCESS,
            "`process`: the engine has a process of its own, so that its end is a failed query and no session is lost. `embedded`: it runs in the server's, for development.");
    static final Key<Boolean> STANDBY = Key.of(
            "coordinator.engine_standby",
            ValueType.flag(),
            true,
            "Whether a second engine process stands by, idle, so that after the first one's end no query waits for a start.");

    static final List<Key<?>> KEYS = List.of(ENGINE, STANDBY);

    static EngineSettings of(Settings settings) {
        return new EngineSettings(settings.value(ENGINE), settings.value(STANDBY));
    }

    /** Which process the engine runs in. */
    public enum Place {
        PROCESS,
        EMBEDDED
    }
}
