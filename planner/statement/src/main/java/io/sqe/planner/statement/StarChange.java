package io.sqe.planner.statement;

import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A star without some columns, or with others in their place: {@code * EXCLUDE (a) REPLACE (b + 1 AS b)}. */
public final class StarChange extends SqlCall {
    private static final SqlOperator OPERATOR = new SqlSpecialOperator("STAR", SqlKind.OTHER);

    private final SqlIdentifier star;
    private final SqlNodeList excluded;
    private final SqlNodeList replacements;

    public StarChange(SqlParserPos position, SqlIdentifier star, SqlNodeList excluded, SqlNodeList replacements) {
        super(position);
        this.star = star;
        this.excluded = excluded;
        this.replacements = replacements;
    }

    public SqlIdentifier star() {
        return star;
    }

    public SqlNodeList excludedNames() {
        return excluded;
    }

    public List<SqlIdentifier> excluded() {
        return Identifiers.of(excluded);
    }

    /** Calls of AS. */
    public SqlNodeList replacements() {
        return replacements;
    }

    @Override
    public SqlOperator getOperator() {
        return OPERATOR;
    }

    @Override
    public List<SqlNode> getOperandList() {
        return List.of(star, excluded, replacements);
    }

    @Override
    public void unparse(SqlWriter writer, int leftPrecedence, int rightPrecedence) {
        star.unparse(writer, leftPrecedence, rightPrecedence);
        writer.keyword("EXCLUDE");
        excluded.unparse(writer, leftPrecedence, rightPrecedence);
        writer.keyword("REPLACE");
        replacements.unparse(writer, leftPrecedence, rightPrecedence);
    }
}
