package io.sqe.planner.securing;

import io.sqe.planner.binding.BoundFiles;
import io.sqe.planner.binding.BoundPlan;
import io.sqe.planner.binding.BoundPlan.Visibility;
import io.sqe.planner.binding.BoundTable;
import io.sqe.planner.binding.Cacheability;
import io.sqe.planner.binding.Description;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;

/** Every scan sits under its row filter and masks. Only {@link PlanSecuring} creates one: to hold it is the proof. */
public final class SecuredPlan {
    private final RelNode root;
    private final BoundPlan bound;

    SecuredPlan(RelNode root, BoundPlan bound) {
        this.root = root;
        this.bound = bound;
    }

    /** The plan. Its row type has the result's columns and no others; their names are {@link #columnNames}. */
    public RelNode root() {
        return root;
    }

    /** The result's columns as the person named them; unlike a row type's, two may be equal. */
    public List<String> columnNames() {
        return bound.columnNames();
    }

    public RelDataType rowType() {
        return root.getRowType();
    }

    /** Whether the results of both have the same columns, of the same names and types. */
    public boolean hasColumnsOf(SecuredPlan other) {
        return columnNames().equals(other.columnNames()) && rowType().equals(other.rowType());
    }

    /** The tables that are read, in the order of their scan numbers. */
    public List<BoundTable> tables() {
        return bound.tables();
    }

    /** The files that are read as tables, in the order of their scan numbers. */
    public List<BoundFiles> files() {
        return bound.files();
    }

    /** Whether policy keeps rows or values of any table from the principal; what shows how a plan is run must not be shown then. */
    public boolean isRestricted() {
        return bound.visibility() == Visibility.RESTRICTED;
    }

    /** How long this plan stays right. */
    public Cacheability cacheability() {
        return bound.cacheability();
    }

    /** Whether the plan gives the same rows, in whatever order, each time it is run over the same state of its tables. */
    public boolean isRepeatable() {
        return Repeatability.of(root);
    }

    /** What the query answers: masks and filters leave its columns as they were bound. */
    public Description description() {
        return bound.description();
    }

    /** The plan for the principal's eyes: as they wrote it, without what policy has put into it. */
    public String describe() {
        return PlanText.of(bound.root());
    }

    /** The same plan after a rewrite that preserves its meaning and moves nothing below a {@link RowFilter}. */
    public SecuredPlan rewrite(UnaryOperator<RelNode> rule) {
        return new SecuredPlan(rule.apply(root), bound);
    }

    /** The plan with the same change made to what was secured and to what was bound. */
    SecuredPlan changed(UnaryOperator<RelNode> change) {
        return new SecuredPlan(change.apply(root), bound.withRoot(change.apply(bound.root())));
    }
}
