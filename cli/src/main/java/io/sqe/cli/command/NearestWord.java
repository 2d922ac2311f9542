package io.sqe.cli.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody may have meant. */
final class NearestWord {
    /** Edits by which a word may differ and still be meant. */
    private static final int EDITS_MAX = 3;

    private NearestWord() {}

    static Optional<String> to(String word, Collection<String> candidates) {
        Optional<String> extended = candidates.stream()
                .filter(candidate -> candidate.startsWith(word))
                .min(Comparator.naturalOrder());
        return extended.or(() -> candidates.stream()
                .filter(candidate -> edits(word, candidate) <= Math.min(EDITS_MAX, word.length() / 2))
                .min(Comparator.comparingInt(candidate -> edits(word, candidate))));
    }

    /** Letters to add, drop, exchange or swap with their neighbour. */
    static int edits(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : step(edits, from, to, i, j);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int step(int[][] edits, String from, String to, int i, int j) {
        int exchange = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(exchange, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
    }
}
