package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.key.ValueType;
import java.util.List;

/** What is logged, and how. */
public record LoggingSettings(Level level, Format format) {

    static final Key<Level> LEVEL = Key.of(
                    "logging.level",
                    ValueType.choice(Level.class),
                    Level.INFO,
                    "The least important events that are logged.")
            .reloadable();
    static final Key<Format> FORMAT = Key.of(
                    "logging.format",
                    ValueType.choice(Format.class),
                    Format.TEXT,
                    "`text` for people, `json` for collectors: one object a line, on standard error.")
            .reloadable();

    static final List<Key<?>> KEYS = List.of(LEVEL, FORMAT);

    static LoggingSettings of(Settings settings) {
        return new LoggingSettings(settings.value(LEVEL), settings.value(FORMAT));
    }

    /** How important an event is. */
    public enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }

    /** How an event is written. */
    public enum Format {
        TEXT,
        JSON
    }
}
