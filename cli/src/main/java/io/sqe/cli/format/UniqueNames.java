package io.sqe.cli.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names the columns of a result so that no two are alike, as keys of an object must be. */
final class UniqueNames {
    private UniqueNames() {}

    /** The names as they are; the second {@code a} becomes {@code a_2}, or the next number that is free. */
    static List<String> of(List<String> names) {
        Set<String> original = Set.copyOf(names);
        Set<String> used = new HashSet<>();
        List<String> unique = new ArrayList<>();
        for (String name : names) {
            String candidate = name;
            int number = 2;
            while (used.contains(candidate) || (number > 2 && original.contains(candidate))) {
                candidate = name + "_" + number++;
            }
            used.add(candidate);
            unique.add(candidate);
        }
        return List.copyOf(unique);
    }
}
