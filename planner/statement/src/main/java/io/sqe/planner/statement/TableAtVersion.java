package io.sqe.planner.statement;

import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A table reference with FOR VERSION AS OF or FOR TIMESTAMP AS OF. */
public final class TableAtVersion extends SqlCall {
    private static final SqlOperator OPERATOR = new SqlSpecialOperator("FOR VERSION AS OF", SqlKind.OTHER);

    private final SqlNode table;
    private final Axis axis;
    private final SqlNode at;

    public TableAtVersion(SqlParserPos position, SqlNode table, Axis axis, SqlNode at) {
        super(position);
        this.table = table;
        this.axis = axis;
        this.at = at;
    }

    public SqlNode table() {
        return table;
    }

    public Axis axis() {
        return axis;
    }

    /** The version or time: an expression without columns. */
    public SqlNode at() {
        return at;
    }

    @Override
    public SqlOperator getOperator() {
        return OPERATOR;
    }

    @Override
    public List<SqlNode> getOperandList() {
        return List.of(table, at);
    }

    @Override
    public void unparse(SqlWriter writer, int leftPrecedence, int rightPrecedence) {
        table.unparse(writer, leftPrecedence, rightPrecedence);
        writer.keyword("FOR " + axis + " AS OF");
        at.unparse(writer, leftPrecedence, rightPrecedence);
    }

    /** What a version is named by. */
    public enum Axis {
        /** A snapshot's id, or the name of a branch or tag. */
        VERSION,
        TIMESTAMP
    }
}
