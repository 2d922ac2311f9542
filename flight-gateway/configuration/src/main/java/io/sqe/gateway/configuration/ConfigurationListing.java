package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Settings;
import java.util.List;

/** Shows what is in effect, each value with where it came from. Secrets stay secret. */
public final class ConfigurationListing {
    private ConfigurationListing() {}

    /** One line for each key: {@code path = value  # origin}. */
    public static String of(Settings settings) {
        StringBuilder listing = new StringBuilder();
        for (Key<?> key : ServerKeys.ALL) {
            for (String path : paths(key, settings)) {
                listing.append("%s = %s  # %s%n".formatted(path, settings.shown(key, path), settings.originAt(path)));
            }
        }
        return listing.toString();
    }

    private static List<String> paths(Key<?> key, Settings settings) {
        return key.path().contains("*")
                ? settings.paths().stream().filter(key::matches).toList()
                : List.of(key.path());
    }
}
