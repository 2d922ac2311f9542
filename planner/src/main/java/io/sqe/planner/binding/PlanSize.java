package io.sqe.planner.binding;

import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import org.apache.calcite.rel.RelNode;

/** Counts what a plan names, so that a short statement does not become a plan without end. One for each statement. */
final class PlanSize {
    /** Tables and common table expressions, each as often as it stands in the tree. */
    static final int RELATIONS_MAX = 5_000;

    /** Columns of all of them together. A join has those of both sides. */
    static final int RELATION_COLUMNS_MAX = 1_000_000;

    private int relations;
    private int columns;

    /** One more table or common table expression. */
    void addRelation() {
        relations++;
    }

    /** One more relation of whatever kind, with so many columns. */
    void addColumns(RelNode relation) {
        columns += relation.getRowType().getFieldCount();
    }

    /** @throws PlannerException.TooComplex if it is too much by now */
    void check(TextSpan span) {
        if (relations > RELATIONS_MAX || columns > RELATION_COLUMNS_MAX) {
            throw new PlannerException.TooComplex(
                    "Cannot plan the statement: written out it names more than %,d relations, or %,d columns of them. Keep what a WITH or a view names again and again in a table."
                            .formatted(RELATIONS_MAX, RELATION_COLUMNS_MAX),
                    span);
        }
    }
}
