package io.sqe.planner.statement;

import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A place in SQL text; lines and columns count from 1, the end is the last character's. */
public record TextSpan(int line, int column, int endLine, int endColumn) {
    /** The whole text. */
    public static final TextSpan START = new TextSpan(1, 1, 1, 1);

    public static TextSpan of(SqlNode node) {
        return of(node.getParserPosition());
    }

    public static TextSpan of(SqlParserPos position) {
        return position.getLineNum() == 0
                ? START
                : new TextSpan(
                        position.getLineNum(),
                        position.getColumnNum(),
                        position.getEndLineNum(),
                        position.getEndColumnNum());
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
