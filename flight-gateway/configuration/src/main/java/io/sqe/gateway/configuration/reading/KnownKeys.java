package io.sqe.gateway.configuration.reading;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Key.Trait;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The keys that exist, and those that did.
 *
 * @param retired sections and keys that are read over, each with what to say about it
 */
public record KnownKeys(List<Key<?>> keys, Map<String, String> retired) {
    private static final String FILE_SUFFIX = "_file";
    /** Letters by which a key may differ and still be meant. */
    private static final int EDITS_MAX = 6;

    public KnownKeys {
        keys = List.copyOf(keys);
        retired = Map.copyOf(retired);
    }

    Optional<Key<?>> find(String path) {
        return keys.stream().filter(key -> key.matches(path)).findFirst();
    }

    /** The key that is now what this path was. */
    Optional<Key<?>> successor(String path) {
        return keys.stream()
                .filter(key -> key.formerly().equals(Optional.of(path)))
                .findFirst();
    }

    /** The secret whose file a path names. */
    Optional<Key<?>> secretOf(String path) {
        return path.endsWith(FILE_SUFFIX)
                ? find(withoutSuffix(path)).filter(key -> key.is(Trait.SECRET))
                : Optional.empty();
    }

    static String withoutSuffix(String path) {
        return path.substring(0, path.length() - FILE_SUFFIX.length());
    }

    /** What to say of a path that has no effect here, if it had one elsewhere. */
    Optional<String> retirement(String path) {
        return retired.entrySet().stream()
                .filter(entry -> path.equals(entry.getKey()) || path.startsWith(entry.getKey() + "."))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue);
    }

    /** The key that somebody may have meant. */
    Optional<String> nearest(String path) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        String last = lastSegment(path);
        Optional<String> moved = keys.stream()
                .map(Key::path)
                .filter(known -> lastSegment(known).equals(last))
                .findFirst();
        return moved.or(() -> Stream.concat(
                        keys.stream().map(Key::path),
                        keys.stream().map(Key::path).map(KnownKeys::lastSegment))
                .filter(known -> distance.apply(path, known) <= Math.min(EDITS_MAX, path.length() / 3))
                .min(Comparator.comparingInt(known -> distance.apply(path, known))));
    }

    private static String lastSegment(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
