package io.sqe.planner.binding;

import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Column names that must differ, letter case ignored. */
final class UniqueNames {

    private UniqueNames() {}

    static void require(List<String> names, TextSpan span) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw new PlannerException.DuplicateName(
                        "Column %s is there twice. Give one of them another name.".formatted(name), span);
            }
        }
    }
}
