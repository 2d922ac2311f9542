package io.sqe.executor.lowering;

import io.substrait.proto.FilterRel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts row filters into secure views, which are DuckDB's own security barrier: a condition from outside goes below the row
 * filter only if it can neither fail nor have an effect, else it runs after it, on the rows that it kept; no statistics of hidden
 * rows come out; and neither EXPLAIN nor a profile shows what is inside. Rows still stream through, and conditions that
 * cannot fail still prune files and row groups.
 */
final class BarrierLowering {
    private final RelationLowering relations;
    private final Aliases aliases;
    private final Map<SharedPlans.Node, View> viewOf = new HashMap<>();
    private final List<String> definitions = new ArrayList<>();

    BarrierLowering(RelationLowering relations, Aliases aliases) {
        this.relations = relations;
        this.aliases = aliases;
    }

    /** A table that holds the rows which the filter keeps. Equal ones are one view. */
    Block lower(SharedPlans.Node node, FilterRel rel) {
        View view = viewOf.get(node);
        if (view == null) {
            view = define(rel);
            viewOf.put(node, view);
        }
        String alias = aliases.next(view.name);
        String from = Quoting.name(view.name) + " AS " + Quoting.name(alias);
        return Block.of(List.of(from), RelationLowering.columnsOf(alias, view.columns));
    }

    List<String> definitions() {
        return definitions;
    }

    /** A row filter sees its own table and nothing of the query around it: there is no outer scope. */
    private View define(FilterRel rel) {
        Block block = relations.withoutCommonTables(
                () -> relations.filtered(relations.lower(rel.getInput(), null), rel.getCondition(), null));
        String name = aliases.next("secured");
        definitions.add("CREATE TEMP SECURE VIEW " + Quoting.name(name) + " AS " + block.render());
        return new View(name, block.columns());
    }

    private record View(String name, List<Value> columns) {}
}
