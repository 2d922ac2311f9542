package io.sqe.substrait.reading;

import io.substrait.proto.Expression;
import io.substrait.proto.Expression.Cast;
import io.substrait.proto.Expression.FieldReference;
import io.substrait.proto.Expression.IfThen;
import io.substrait.proto.Expression.MultiOrList;
import io.substrait.proto.Expression.ReferenceSegment;
import io.substrait.proto.Expression.SingularOrList;
import io.substrait.proto.Expression.SwitchExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** Reads expressions. What it does not know it refuses. */
final class ExpressionToRex {
    private final Reading reading;
    private final SubqueryToRex subqueries;

    ExpressionToRex(Reading reading) {
        this.reading = reading;
        this.subqueries = new SubqueryToRex(reading);
    }

    RexNode read(Expression expression) {
        return switch (expression.getRexTypeCase()) {
            case LITERAL -> reading.literals().read(expression.getLiteral());
            case SELECTION -> reference(expression.getSelection());
            case SCALAR_FUNCTION -> reading.functions().read(expression.getScalarFunction());
            case WINDOW_FUNCTION -> reading.windows().read(expression.getWindowFunction());
            case IF_THEN -> ifThen(expression.getIfThen());
            case SWITCH_EXPRESSION -> switched(expression.getSwitchExpression());
            case SINGULAR_OR_LIST -> oneOf(expression.getSingularOrList());
            case MULTI_OR_LIST -> oneOf(expression.getMultiOrList());
            case CAST -> cast(expression.getCast());
            case SUBQUERY -> subqueries.read(expression.getSubquery());
            case NESTED, DYNAMIC_PARAMETER, LAMBDA, LAMBDA_INVOCATION, EXECUTION_CONTEXT_VARIABLE, ENUM ->
                throw Refusals.unsupported("an expression of kind " + expression.getRexTypeCase());
            case REXTYPE_NOT_SET -> throw Refusals.malformed("an expression is empty");
        };
    }

    private RexBuilder rex() {
        return reading.rex();
    }

    private RexNode reference(FieldReference reference) {
        if (!reference.hasDirectReference()) {
            throw Refusals.unsupported("a reference that is not direct");
        }
        ReferenceSegment segment = reference.getDirectReference();
        return switch (reference.getRootTypeCase()) {
            case ROOT_REFERENCE -> inside(column(field(segment)), segment);
            case OUTER_REFERENCE -> {
                int stepsOut = reference.getOuterReference().getStepsOut();
                RexNode row = reading.rows().outer(stepsOut, reading.tables().cluster());
                yield inside(part(row, field(segment)), segment);
            }
            case EXPRESSION -> {
                RexNode value = read(reference.getExpression());
                yield inside(part(value, field(segment)), segment);
            }
            case LAMBDA_PARAMETER_REFERENCE, ROOTTYPE_NOT_SET ->
                throw Refusals.unsupported("a reference of kind " + reference.getRootTypeCase());
        };
    }

    private static int field(ReferenceSegment segment) {
        if (!segment.hasStructField()) {
            throw Refusals.unsupported("a reference into a list or map");
        }
        return segment.getStructField().getField();
    }

    private RexNode column(int ordinal) {
        RelDataType row = reading.rows().own();
        requireField(row, ordinal);
        return RexInputRef.of(ordinal, row);
    }

    /** What the rest of a reference leads to. */
    private RexNode inside(RexNode value, ReferenceSegment segment) {
        RexNode inner = value;
        ReferenceSegment last = segment;
        while (last.getStructField().hasChild()) {
            last = last.getStructField().getChild();
            inner = part(inner, field(last));
        }
        return inner;
    }

    private RexNode part(RexNode value, int ordinal) {
        requireField(value.getType(), ordinal);
        return rex().makeFieldAccess(value, ordinal);
    }

    private static void requireField(RelDataType row, int ordinal) {
        if (!row.isStruct() || ordinal < 0 || ordinal >= row.getFieldCount()) {
            throw Refusals.malformed("it refers to field %d of %s"
                    .formatted(
                            ordinal, row.isStruct() ? "a row of %d".formatted(row.getFieldCount()) : "what is no row"));
        }
    }

    private RexNode ifThen(IfThen choice) {
        List<RexNode> operands = new ArrayList<>();
        for (IfThen.IfClause clause : choice.getIfsList()) {
            operands.add(reading.condition(clause.getIf()));
            operands.add(read(clause.getThen()));
        }
        return chosen(operands, choice.hasElse() ? List.of(read(choice.getElse())) : List.of());
    }

    private RexNode switched(SwitchExpression choice) {
        RexNode match = read(choice.getMatch());
        List<RexNode> operands = new ArrayList<>();
        for (SwitchExpression.IfValue clause : choice.getIfsList()) {
            operands.add(equal(match, reading.literals().read(clause.getIf())));
            operands.add(read(clause.getThen()));
        }
        return chosen(operands, choice.hasElse() ? List.of(read(choice.getElse())) : List.of());
    }

    /** The values must be of one type, or turn into one. */
    private RexNode chosen(List<RexNode> operands, List<RexNode> otherwise) {
        if (operands.isEmpty()) {
            throw Refusals.malformed("a choice has no conditions");
        }
        List<RelDataType> types = new ArrayList<>(IntStream.range(0, operands.size())
                .filter(i -> i % 2 == 1)
                .mapToObj(i -> operands.get(i).getType())
                .toList());
        otherwise.forEach(value -> types.add(value.getType()));
        RelDataType common = reading.typeFactory().leastRestrictive(types);
        if (common == null) {
            throw Refusals.mismatch("a choice is between values of types " + types);
        }
        operands.addAll(
                otherwise.isEmpty()
                        ? List.of(rex().makeNullLiteral(reading.typeFactory().createTypeWithNullability(common, true)))
                        : otherwise);
        return rex().makeCall(SqlStdOperatorTable.CASE, operands);
    }

    private RexNode equal(RexNode left, RexNode right) {
        return reading.functions().call(SqlStdOperatorTable.EQUALS, List.of(left, right));
    }

    private RexNode oneOf(SingularOrList list) {
        RexNode value = read(list.getValue());
        return reading.functions()
                .call(
                        SqlStdOperatorTable.OR,
                        list.getOptionsList().stream()
                                .map(option -> equal(value, read(option)))
                                .toList());
    }

    private RexNode oneOf(MultiOrList list) {
        List<RexNode> values = list.getValueList().stream().map(this::read).toList();
        return reading.functions()
                .call(
                        SqlStdOperatorTable.OR,
                        list.getOptionsList().stream()
                                .map(option -> equal(values, option.getFieldsList()))
                                .toList());
    }

    private RexNode equal(List<RexNode> values, List<Expression> others) {
        if (values.size() != others.size()) {
            throw Refusals.malformed("%d values are compared with %d".formatted(values.size(), others.size()));
        }
        return reading.functions()
                .call(
                        SqlStdOperatorTable.AND,
                        IntStream.range(0, values.size())
                                .mapToObj(i -> equal(values.get(i), read(others.get(i))))
                                .toList());
    }

    private RexNode cast(Cast cast) {
        RexNode value = read(cast.getInput());
        boolean isNullOnFailure = switch (cast.getFailureBehavior()) {
            case FAILURE_BEHAVIOR_RETURN_NULL -> true;
            case FAILURE_BEHAVIOR_THROW_EXCEPTION, FAILURE_BEHAVIOR_UNSPECIFIED -> false;
            case UNRECOGNIZED -> throw Refusals.unsupported("a cast that fails in this way");
        };
        boolean isNullable = isNullOnFailure || value.getType().isNullable();
        RelDataType type =
                reading.typeFactory().createTypeWithNullability(reading.types().read(cast.getType()), isNullable);
        if (!SqlTypeUtil.canCastFrom(type, value.getType(), true)) {
            throw Refusals.mismatch("no %s can be cast to %s".formatted(value.getType(), type));
        }
        return rex().makeAbstractCast(type, value, isNullOnFailure);
    }
}
