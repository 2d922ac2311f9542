package io.sqe.planner.binding;

import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** Casts as a person could have written them. */
final class Casts {

    private Casts() {}

    static SqlNode to(SqlNode value, SqlTypeName type, SqlParserPos position) {
        return SqlStdOperatorTable.CAST.createCall(
                position, value, new SqlDataTypeSpec(new SqlBasicTypeNameSpec(type, position), position));
    }
}
