package io.sqe.cli.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Names the columns of a result so that no two are alike, as keys of an object must be. */
public final class UniqueNames {
    private UniqueNames() {}

    /** The names as they are; the second {@code a} becomes {@code a_2}, or the next number that is free. */
    static List<String> of(List<String> names) {
        return of(names, UnaryOperator.identity());
    }

    /** The same where upper and lower case are one, as in the columns of a table. */
    public static List<String> ofColumns(List<String> names) {
        return of(names, name -> name.toLowerCase(Locale.ROOT));
    }

    private static List<String> of(List<String> names, UnaryOperator<String> key) {
        Set<String> original = names.stream().map(key).collect(Collectors.toSet());
        Set<String> used = new HashSet<>();
        List<String> unique = new ArrayList<>();
        for (String name : names) {
            String candidate = name;
            int number = 2;
            while (used.contains(key.apply(candidate)) || (number > 2 && original.contains(key.apply(candidate)))) {
                candidate = name + "_" + number++;
            }
            used.add(key.apply(candidate));
            unique.add(candidate);
        }
        return List.copyOf(unique);
    }
}
