package io.sqe.planner.function;

import java.util.Objects;
import java.util.Set;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperandCountRange;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.fun.SqlMonotonicBinaryOperator;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.InferTypes;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** The minus sign, which also tells how far two points in time are apart: an interval of days to seconds, as in Trino. */
final class WholeMinus extends SqlMonotonicBinaryOperator {
    static final WholeMinus INSTANCE = new WholeMinus();

    /** Where Calcite's own stands among the operators, which doubles it. */
    private static final int PRECEDENCE = 40;

    private static final Set<SqlTypeName> POINTS_IN_TIME = Set.of(
            SqlTypeName.DATE,
            SqlTypeName.TIMESTAMP,
            SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE,
            SqlTypeName.TIMESTAMP_TZ);

    private WholeMinus() {
        super("-", SqlKind.MINUS, PRECEDENCE, true, WholeMinus::resultType, InferTypes.FIRST_KNOWN, new Operands());
    }

    /** Whether both sides are points in time, so that their difference is an interval. */
    static boolean isDistance(RelDataType left, RelDataType right) {
        return POINTS_IN_TIME.contains(left.getSqlTypeName()) && POINTS_IN_TIME.contains(right.getSqlTypeName());
    }

    private static @Nullable RelDataType resultType(SqlOperatorBinding call) {
        RelDataType left = call.getOperandType(0);
        RelDataType right = call.getOperandType(1);
        if (!isDistance(left, right)) {
            return Objects.requireNonNull(ReturnTypes.NULLABLE_SUM.inferReturnType(call));
        }
        RelDataTypeFactory types = call.getTypeFactory();
        RelDataType interval =
                types.createSqlIntervalType(new SqlIntervalQualifier(TimeUnit.DAY, TimeUnit.SECOND, SqlParserPos.ZERO));
        return types.createTypeWithNullability(interval, left.isNullable() || right.isNullable());
    }

    /** Two points in time, or whatever Calcite subtracts. */
    private static final class Operands implements SqlOperandTypeChecker {
        @Override
        public boolean checkOperandTypes(SqlCallBinding call, boolean throwOnFailure) {
            return isDistance(call.getOperandType(0), call.getOperandType(1))
                    || OperandTypes.MINUS_OPERATOR.checkOperandTypes(call, throwOnFailure);
        }

        @Override
        public SqlOperandCountRange getOperandCountRange() {
            return OperandTypes.MINUS_OPERATOR.getOperandCountRange();
        }

        @Override
        public String getAllowedSignatures(SqlOperator operator, String operatorName) {
            return OperandTypes.MINUS_OPERATOR.getAllowedSignatures(operator, operatorName);
        }
    }
}
