package io.sqe.planner.binding;

import io.sqe.catalog.Column;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeName;

/** Turns a query's rows into rows of a table: values in their columns, defaults and nulls in the others, all of the columns' types. */
final class StoreAssignment {
    private final List<Column> columns;
    private final List<Column> targets;
    private final TextSpan span;
    private final String advice;

    StoreAssignment(List<Column> columns, List<Column> targets, TextSpan span) {
        this(columns, targets, span, "Write CAST(… AS %s) if that is meant.");
    }

    private StoreAssignment(List<Column> columns, List<Column> targets, TextSpan span, String advice) {
        this.columns = columns;
        this.targets = targets;
        this.span = span;
        this.advice = advice;
    }

    /** Of rows that were sent, and not selected by SQL. */
    static StoreAssignment ofSentRows(List<Column> columns, List<Column> targets) {
        return new StoreAssignment(columns, targets, TextSpan.START, "Send it as %s, cast by you, if that is meant.");
    }

    BoundPlan applyTo(BoundPlan source) {
        RelNode root = source.root();
        RexBuilder rex = root.getCluster().getRexBuilder();
        List<RexNode> values = new ArrayList<>();
        for (Column column : columns) {
            int value = targets.indexOf(column);
            values.add(value < 0 ? missing(rex, column) : stored(rex, root, value, column));
        }
        List<String> names = columns.stream().map(Column::name).toList();
        RelNode stored = LogicalProject.create(root, List.of(), values, names, java.util.Set.of());
        return source.under(stored, names);
    }

    private RexNode missing(RexBuilder rex, Column column) {
        RelDataType type = ColumnTypes.toField(column);
        if (column.writeDefault().isPresent()) {
            return Literals.toExpression(rex, column.writeDefault().get());
        }
        if (column.isRequired()) {
            throw new PlannerException.InvalidStatement(
                    "Cannot insert: a column that may not be null gets no value. Name every NOT NULL column.", span);
        }
        return rex.makeNullLiteral(type);
    }

    private RexNode stored(RexBuilder rex, RelNode source, int value, Column column) {
        RelDataType from = source.getRowType().getFieldList().get(value).getType();
        RelDataType to = ColumnTypes.toField(column);
        if (!Widening.isAllowed(from, to) && !literalsFit(source, value, to)) {
            throw new PlannerException.TypeMismatch(
                    "Cannot store %s in column %s of type %s. %s"
                            .formatted(
                                    TypeNames.of(from),
                                    column.name(),
                                    TypeNames.of(to),
                                    advice.formatted(TypeNames.of(to))),
                    span);
        }
        RexNode input = rex.makeInputRef(source, value);
        RelDataType nullableTo = SqeTypeFactory.INSTANCE.createTypeWithNullability(to, from.isNullable());
        return rex.ensureType(nullableTo, input, true);
    }

    /** Whether every literal of a VALUES is a number that a decimal or integer column holds exactly. */
    private static boolean literalsFit(RelNode source, int value, RelDataType to) {
        return source instanceof Values values
                && values.getTuples().stream()
                        .map(tuple -> Optional.ofNullable(tuple.get(value).getValueAs(Object.class)))
                        .allMatch(literal -> literal.isEmpty() || Literals.fits(literal.get(), to))
                && to.getSqlTypeName() != SqlTypeName.ANY;
    }
}
