package io.sqe.gateway.configuration.key;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was said about keys, and where. Every value in it is one of its key's type. */
public final class Settings {
    private static final Setting UNSAID = new Setting(RawValue.of(RawValue.Form.UNTYPED, ""), new Origin.Standard());

    private final Map<String, Setting> byPath;

    public Settings(Map<String, Setting> byPath) {
        this.byPath = new TreeMap<>(byPath);
    }

    /** The value of a key, with names in the places of its stars. */
    public <T> T value(Key<T> key, String... names) {
        Setting setting = byPath.get(key.at(names));
        return setting == null ? key.standard() : key.type().read(setting.raw());
    }

    public Origin origin(Key<?> key, String... names) {
        return byPath.getOrDefault(key.at(names), UNSAID).origin();
    }

    /** The names that stand in a path after a prefix: those of {@code catalogs}, or the indices of {@code auth.providers}. */
    public List<String> names(String prefix) {
        return byPath.keySet().stream()
                .filter(path -> path.startsWith(prefix + "."))
                .map(path -> path.substring(prefix.length() + 1).split("\\.", 2)[0])
                .distinct()
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Concrete paths about which something was said, in order. */
    public List<String> paths() {
        return List.copyOf(byPath.keySet());
    }

    /** The value at a concrete path of a key, as TOML. */
    public <T> String shown(Key<T> key, String path) {
        return key.type().show().apply(valueAt(key, path));
    }

    /** Whether other settings say the same at a concrete path of a key. */
    public <T> boolean isSame(Key<T> key, String path, Settings other) {
        return valueAt(key, path).equals(other.valueAt(key, path));
    }

    private <T> T valueAt(Key<T> key, String path) {
        Setting setting = byPath.get(path);
        return setting == null ? key.standard() : key.type().read(setting.raw());
    }

    public Origin originAt(String path) {
        return byPath.getOrDefault(path, UNSAID).origin();
    }

    /** A value and the place that it came from. */
    public record Setting(RawValue raw, Origin origin) {}
}
