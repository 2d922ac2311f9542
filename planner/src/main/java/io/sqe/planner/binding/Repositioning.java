package io.sqe.planner.binding;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/** Gives every node of a view's query the position of the view's name: that is where a person can look. */
final class Repositioning extends SqlShuttle {
    private final SqlParserPos position;

    Repositioning(SqlParserPos position) {
        this.position = position;
    }

    @Override
    public @Nullable SqlNode visit(SqlIdentifier name) {
        List<SqlParserPos> parts = IntStream.range(0, name.names.size())
                .mapToObj(part -> position.withQuoting(name.isComponentQuoted(part)))
                .toList();
        return new SqlIdentifier(name.names, name.getCollation(), position, parts);
    }

    @Override
    public @Nullable SqlNode visit(SqlLiteral literal) {
        return literal.clone(position);
    }

    @Override
    public @Nullable SqlNode visit(SqlNodeList list) {
        SqlNode moved = super.visit(list);
        return moved == null ? null : moved.clone(position);
    }

    @Override
    public @Nullable SqlNode visit(SqlCall call) {
        SqlNode moved = super.visit(call);
        return moved == null ? null : moved.clone(position);
    }
}
