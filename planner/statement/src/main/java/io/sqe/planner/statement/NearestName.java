package io.sqe.planner.statement;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that was probably meant. */
public final class NearestName {
    private static final int DISTANCE_MAX = 3;

    private NearestName() {}

    /** The candidate with the fewest typing errors in it, if they are few enough for a name of that length. */
    public static Optional<String> of(String name, Collection<String> candidates) {
        int limit = Math.min(DISTANCE_MAX, Math.max(1, name.length() / 3));
        var distance = new LevenshteinDistance(limit);
        return candidates.stream()
                .distinct()
                .map(candidate -> new Candidate(candidate, distance(distance, name, candidate)))
                .filter(candidate -> candidate.distance() >= 0)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    private static int distance(LevenshteinDistance distance, String name, String candidate) {
        String left = name.toLowerCase(Locale.ROOT);
        String right = candidate.toLowerCase(Locale.ROOT);
        return isTransposed(left, right) ? 1 : distance.apply(left, right);
    }

    /** Whether two neighbouring letters have changed places, the commonest slip of all. */
    private static boolean isTransposed(String left, String right) {
        if (left.length() != right.length()) {
            return false;
        }
        int first = 0;
        while (first < left.length() && left.charAt(first) == right.charAt(first)) {
            first++;
        }
        return first + 1 < left.length()
                && left.charAt(first) == right.charAt(first + 1)
                && left.charAt(first + 1) == right.charAt(first)
                && left.substring(first + 2).equals(right.substring(first + 2));
    }

    private record Candidate(String name, int distance) {}
}
