package io.sqe.planner.binding;

import io.sqe.catalog.Column;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** Gives placeholders in {@code INSERT … VALUES (?, ?)} the types of the columns that they fill. Changes the tree it is given. */
final class TargetTypes {

    private TargetTypes() {}

    static SqlNode in(SqlNode source, List<Column> targets) {
        if (source.getKind() == SqlKind.VALUES) {
            ((SqlCall) source).getOperandList().forEach(row -> give((SqlCall) row, targets));
        }
        return source;
    }

    private static void give(SqlCall row, List<Column> targets) {
        for (int i = 0; i < Math.min(row.operandCount(), targets.size()); i++) {
            if (row.operand(i) instanceof SqlDynamicParam placeholder) {
                SqlParserPos position = placeholder.getParserPosition();
                row.setOperand(
                        i,
                        SqlStdOperatorTable.CAST.createCall(
                                position,
                                placeholder,
                                SqlTypeUtil.convertTypeToSpec(ColumnTypes.toField(targets.get(i)))));
            }
        }
    }
}
