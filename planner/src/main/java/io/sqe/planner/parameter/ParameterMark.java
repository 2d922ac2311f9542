package io.sqe.planner.parameter;

import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/**
 * Stands where a parameter's constant would, so that it is found again in the plan. In a statement it holds a constant, whose type it has;
 * in a plan only the type is left. No text names it: it is no function.
 */
public final class ParameterMark extends SqlSpecialOperator {
    private static final int PRECEDENCE = 200;

    private final int index;

    private ParameterMark(int index) {
        // Marks are told apart by their names.
        super("$PARAMETER " + index, SqlKind.OTHER, PRECEDENCE, true, ReturnTypes.ARG0, null, OperandTypes.ANY);
        this.index = index;
    }

    /** A constant, marked. */
    static SqlNode around(SqlNode constant, int index) {
        return new ParameterMark(index).createCall(constant.getParserPosition(), constant);
    }

    /** Which of the parameters this is, from 0. */
    public int index() {
        return index;
    }

    /** The mark of a constant that was converted. */
    public RexNode of(RexNode constant, RexBuilder rex) {
        return rex.makeCall(constant.getType(), this, List.of());
    }

    @Override
    public RelDataType deriveType(SqlValidator validator, SqlValidatorScope scope, SqlCall call) {
        return validator.deriveType(scope, call.operand(0));
    }

    /** Calcite compares some expressions by their texts. */
    @Override
    public void unparse(SqlWriter writer, SqlCall call, int left, int right) {
        writer.print(getName());
    }
}
