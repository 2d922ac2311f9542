package io.sqe.planner.statement;

import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A file named where a table stands: {@code FROM 'x.parquet'}. */
public final class FileTable extends SqlCall {
    private static final SqlOperator OPERATOR = new SqlSpecialOperator("FILE", SqlKind.OTHER);

    private final String location;

    public FileTable(SqlParserPos position, String location) {
        super(position);
        this.location = location;
    }

    public String location() {
        return location;
    }

    @Override
    public SqlOperator getOperator() {
        return OPERATOR;
    }

    @Override
    public List<SqlNode> getOperandList() {
        return List.of();
    }

    @Override
    public void unparse(SqlWriter writer, int leftPrecedence, int rightPrecedence) {
        writer.literal("'" + location.replace("'", "''") + "'");
    }
}
