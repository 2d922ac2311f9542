package io.sqe.gateway.configuration.reading;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Origin;
import io.sqe.gateway.configuration.key.RawValue;
import io.sqe.gateway.configuration.key.RawValue.Form;
import io.sqe.gateway.configuration.key.Settings.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The settings among environment variables: {@code SQE_SECTION__FIELD}, and a few short names. */
final class EnvironmentSource {
    private static final String PREFIX = "SQE_";
    private static final String SEPARATOR = "__";

    private EnvironmentSource() {}

    static Map<String, Setting> read(Map<String, String> environment, List<Key<?>> keys) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        new TreeMap<>(environment)
                .forEach((variable, text) -> path(variable, keys)
                        .ifPresent(path -> settings.put(
                                path, new Setting(RawValue.of(Form.UNTYPED, text), new Origin.Environment(variable)))));
        return settings;
    }

    private static Optional<String> path(String variable, List<Key<?>> keys) {
        Optional<String> aliased = keys.stream()
                .filter(key -> key.alias().equals(Optional.of(variable)))
                .map(Key::path)
                .findFirst();
        boolean isNested = variable.startsWith(PREFIX) && variable.contains(SEPARATOR);
        return aliased.isPresent() || !isNested
                ? aliased
                : Optional.of(variable.substring(PREFIX.length())
                        .toLowerCase(Locale.ROOT)
                        .replace(SEPARATOR, "."));
    }
}
