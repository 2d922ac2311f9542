package io.sqe.substrait.reading;

import io.sqe.planner.binding.SentPlan.Tree;
import io.sqe.planner.binding.SentPlanTables;
import io.substrait.proto.Expression;
import io.substrait.proto.Rel;
import io.substrait.proto.RelRoot;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeName;

/** The reading of one plan: what its readers share, and how they reach each other. */
final class Reading {
    private final SentPlanTables tables;
    private final CalledFunctions called;
    private final OuterRows rows = new OuterRows();
    private final TypeToRel types;
    private final LiteralToRex literals;
    private final FunctionToRex functions;
    private final WindowToRex windows;
    private final ExpressionToRex expressions;
    private final SubstraitToRel relations;

    Reading(SentPlanTables tables, CalledFunctions called) {
        this.tables = tables;
        this.called = called;
        types = new TypeToRel(typeFactory());
        literals = new LiteralToRex(rex(), types);
        functions = new FunctionToRex(this);
        windows = new WindowToRex(this);
        expressions = new ExpressionToRex(this);
        relations = new SubstraitToRel(this);
    }

    Tree tree(RelRoot root) {
        RelNode node = relation(root.getInput());
        return new Tree(node, topLevel(root.getNamesList(), node.getRowType()));
    }

    Tree tree(Rel relation) {
        RelNode node = relation(relation);
        return new Tree(node, node.getRowType().getFieldNames());
    }

    /** Substrait lists names depth first: after a column's those of the fields inside it. */
    private static List<String> topLevel(List<String> names, RelDataType row) {
        List<String> columns = new ArrayList<>();
        Iterator<String> next = names.iterator();
        row.getFieldList().forEach(field -> {
            columns.add(FieldNames.next(next));
            FieldNames.skipNested(field.getType(), next);
        });
        if (next.hasNext()) {
            throw Refusals.malformed("its root has more names than columns");
        }
        return columns;
    }

    SentPlanTables tables() {
        return tables;
    }

    CalledFunctions called() {
        return called;
    }

    OuterRows rows() {
        return rows;
    }

    TypeToRel types() {
        return types;
    }

    LiteralToRex literals() {
        return literals;
    }

    FunctionToRex functions() {
        return functions;
    }

    WindowToRex windows() {
        return windows;
    }

    RexBuilder rex() {
        return tables.cluster().getRexBuilder();
    }

    RelDataTypeFactory typeFactory() {
        return tables.cluster().getTypeFactory();
    }

    RelNode relation(Rel relation) {
        return relations.read(relation);
    }

    /** An expression over the innermost row. */
    RexNode expression(Expression expression) {
        return expressions.read(expression);
    }

    /** An expression that decides something. */
    RexNode condition(Expression expression) {
        RexNode condition = expression(expression);
        if (condition.getType().getSqlTypeName() != SqlTypeName.BOOLEAN) {
            throw Refusals.mismatch("a condition is of type " + condition.getType());
        }
        return condition;
    }
}
