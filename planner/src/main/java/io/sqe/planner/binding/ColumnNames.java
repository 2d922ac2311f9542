package io.sqe.planner.binding;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.calcite.rel.RelRoot;

/** The names of a result's columns. */
final class ColumnNames {
    private static final Pattern UNNAMED = Pattern.compile("EXPR\\$(\\d+)");

    private ColumnNames() {}

    /** The names as written; an expression without one is called by its position, as in Trino. */
    static List<String> of(RelRoot root) {
        return root.fields.rightList().stream()
                .map(name -> UNNAMED.matcher(name).replaceFirst("_col$1"))
                .toList();
    }
}
