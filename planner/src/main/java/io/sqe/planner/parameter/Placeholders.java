package io.sqe.planner.parameter;

import io.sqe.planner.statement.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/** The placeholders of a statement. */
public final class Placeholders {

    private Placeholders() {}

    /** In the order of the text. */
    public static List<SqlDynamicParam> of(Statement statement) {
        var found = new TreeMap<Integer, SqlDynamicParam>();
        var visitor = new SqlBasicVisitor<Void>() {
            @Override
            public Void visit(SqlDynamicParam placeholder) {
                found.put(placeholder.getIndex(), placeholder);
                return super.visit(placeholder);
            }
        };
        query(statement).ifPresent(query -> query.accept(visitor));
        return new ArrayList<>(found.values());
    }

    private static Optional<SqlNode> query(Statement statement) {
        return switch (statement) {
            case Statement.Query(SqlNode query) -> Optional.of(query);
            case Statement.Insert insert -> Optional.of(insert.source());
            case Statement.CreateTable create -> create.query();
            case Statement.Explain(var _, var explained) -> query(explained);
            case Statement.CreateView view -> Optional.of(view.query());
            case Statement.Command _ -> Optional.empty();
        };
    }

    /** The statement with its query, if it has one, changed. */
    static Statement change(Statement statement, UnaryOperator<SqlNode> change) {
        return switch (statement) {
            case Statement.Query(SqlNode query) -> new Statement.Query(change.apply(query));
            case Statement.Insert(var target, var columns, SqlNode source) ->
                new Statement.Insert(target, columns, change.apply(source));
            case Statement.CreateTable create -> create.withQuery(create.query().map(change));
            case Statement.Explain(var mode, var explained) -> new Statement.Explain(mode, change(explained, change));
            case Statement.Command command -> command;
        };
    }
}
