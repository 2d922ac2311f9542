package io.sqe.gateway.configuration.key;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that can be configured: parsing, checking, showing and the reference page all come from this declaration.
 *
 * @param path dotted; a {@code *} stands for a name or an index
 * @param standard the value where nothing is said, as TOML
 * @param doc one or two sentences
 * @param alias another environment variable for it
 * @param formerly its path in older files
 */
public record Key<T>(
        String path,
        ValueType<T> type,
        T standard,
        String doc,
        Set<Trait> traits,
        Optional<String> alias,
        Optional<String> formerly) {
    private static final String ANY = "*";

    public Key {
        traits = Set.copyOf(traits);
    }

    public static <T> Key<T> of(String path, ValueType<T> type, T standard, String doc) {
        return new Key<>(path, type, standard, doc, Set.of(), Optional.empty(), Optional.empty());
    }

    /** The same, taken over by a running server that is told to reload. */
    public Key<T> reloadable() {
        return with(Trait.RELOADABLE);
    }

    /** The same, never shown, and readable from a file named by the key with {@code _file} behind it. */
    public Key<T> secret() {
        return with(Trait.SECRET);
    }

    private Key<T> with(Trait trait) {
        EnumSet<Trait> all = EnumSet.of(trait);
        all.addAll(traits);
        return new Key<>(path, type, standard, doc, all, alias, formerly);
    }

    public Key<T> alias(String variable) {
        return new Key<>(path, type, standard, doc, traits, Optional.of(variable), formerly);
    }

    public Key<T> formerly(String path) {
        return new Key<>(this.path, type, standard, doc, traits, alias, Optional.of(path));
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether a concrete path, such as {@code catalogs.sales.warehouse}, is one of this key's. */
    public boolean matches(String concrete) {
        String[] own = path.split("\\.", -1);
        String[] other = concrete.split("\\.", -1);
        if (own.length != other.length) {
            return false;
        }
        for (int i = 0; i < own.length; i++) {
            if (!own[i].equals(ANY) && !own[i].equals(other[i])) {
                return false;
            }
        }
        return true;
    }

    /** The path with names in the places of its stars. */
    public String at(String... names) {
        String concrete = path;
        for (String name : names) {
            int star = concrete.indexOf(ANY);
            concrete = concrete.substring(0, star) + name + concrete.substring(star + 1);
        }
        return concrete;
    }

    /** The environment variable that overrides it. */
    public String variable() {
        return "SQE_" + path.toUpperCase(Locale.ROOT).replace(".", "__");
    }

    /** The standard value as TOML. */
    public String shownStandard() {
        return type.show().apply(standard);
    }

    /** What is special about a key. */
    public enum Trait {
        RELOADABLE,
        SECRET
    }
}
