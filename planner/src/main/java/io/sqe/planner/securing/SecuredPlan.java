package io.sqe.planner.securing;

import io.sqe.planner.binding.BoundFiles;
import io.sqe.planner.binding.BoundTable;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;

/** Every scan sits under its row filter and masks. Only {@link PlanSecuring} creates one: to hold it is the proof. */
public final class SecuredPlan {
    private final RelNode root;
    private final List<String> columnNames;
    private final List<BoundTable> tables;
    private final List<BoundFiles> files;

    SecuredPlan(RelNode root, List<String> columnNames, List<BoundTable> tables, List<BoundFiles> files) {
        this.root = root;
        this.columnNames = List.copyOf(columnNames);
        this.tables = List.copyOf(tables);
        this.files = List.copyOf(files);
    }

    /** The plan. Its row type has the result's columns and no others; their names are {@link #columnNames}. */
    public RelNode root() {
        return root;
    }

    /** The result's columns as the person named them; unlike a row type's, two may be equal. */
    public List<String> columnNames() {
        return columnNames;
    }

    public RelDataType rowType() {
        return root.getRowType();
    }

    /** The tables that are read, in the order of their scan numbers. */
    public List<BoundTable> tables() {
        return tables;
    }

    /** The files that are read as tables, in the order of their scan numbers. */
    public List<BoundFiles> files() {
        return files;
    }

    /** The same plan after a rewrite that preserves its meaning and moves nothing below a {@link RowFilter}. */
    public SecuredPlan rewrite(UnaryOperator<RelNode> rule) {
        return new SecuredPlan(rule.apply(root), columnNames, tables, files);
    }
}
