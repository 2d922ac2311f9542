package io.sqe.planner.function;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.type.SqlOperandTypeInference;
import org.apache.calcite.sql.type.SqlTypeName;

/** Tells what placeholders among a function's arguments are by the signature that the other arguments fit. */
record SignatureInference(SignatureChecker signatures) implements SqlOperandTypeInference {

    @Override
    public void inferOperandTypes(SqlCallBinding call, RelDataType resultType, RelDataType[] operandTypes) {
        List<SqlNode> operands = call.operands();
        if (operands.stream().noneMatch(SqlDynamicParam.class::isInstance)) {
            return;
        }
        RelDataTypeFactory types = call.getTypeFactory();
        List<RelDataType> known = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            boolean isOpen = operands.get(i) instanceof SqlDynamicParam;
            known.add(isOpen ? types.createSqlType(SqlTypeName.NULL) : call.getOperandType(i));
        }
        Resolution.of(signatures.declarations(), known, types).ifPresent(resolution -> {
            List<RelDataType> wanted = resolution.fit().wantedTypes(types);
            for (int i = 0; i < operandTypes.length; i++) {
                if (operands.get(i) instanceof SqlDynamicParam && wanted.get(i).getSqlTypeName() != SqlTypeName.NULL) {
                    operandTypes[i] = wanted.get(i);
                }
            }
        });
    }
}
