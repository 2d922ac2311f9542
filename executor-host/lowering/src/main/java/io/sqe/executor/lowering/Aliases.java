package io.sqe.executor.lowering;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives out names for tables, each once in a statement. */
final class Aliases {
    private final Set<String> taken = new HashSet<>();

    /** The name asked for, or with a number behind it. */
    String next(String wish) {
        String alias = wish;
        for (int number = 2; !taken.add(alias.toLowerCase(Locale.ROOT)); number++) {
            alias = wish + '_' + number;
        }
        return alias;
    }

    String nextQuery() {
        return next("q");
    }
}
