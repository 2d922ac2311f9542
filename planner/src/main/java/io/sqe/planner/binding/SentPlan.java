package io.sqe.planner.binding;

import java.util.List;
import org.apache.calcite.rel.RelNode;

/** A plan that a client sends in place of a text, in whatever language. It can read only what it is handed the tables for. */
public interface SentPlan {

    /** The plan as a tree whose scans all come from {@code tables}. */
    Tree over(SentPlanTables tables);

    /**
     * A tree with the names of its columns.
     *
     * @param columnNames one for each field of the root; two may be equal
     */
    record Tree(RelNode root, List<String> columnNames) {
        public Tree {
            columnNames = List.copyOf(columnNames);
            if (root.getRowType().getFieldCount() != columnNames.size()) {
                throw new IllegalArgumentException("A tree of %d columns has %d names"
                        .formatted(root.getRowType().getFieldCount(), columnNames.size()));
            }
        }
    }
}
