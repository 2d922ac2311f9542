package io.sqe.planner.statement;

import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;

/** {@code value AT TIME ZONE 'zone'}, which binds as closely as a cast. */
public final class AtTimeZone {
    public static final SqlOperator OPERATOR = new SqlBinaryOperator(
            "AT TIME ZONE",
            SqlKind.OTHER,
            SqlLibraryOperators.INFIX_CAST.getLeftPrec(),
            true,
            ReturnTypes.ARG0,
            null,
            OperandTypes.ANY_ANY);

    private AtTimeZone() {}
}
