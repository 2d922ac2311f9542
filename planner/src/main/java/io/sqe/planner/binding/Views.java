package io.sqe.planner.binding;

import io.sqe.catalog.ViewMetadata;
import io.sqe.planner.binding.References.NameScope;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.Statement;
import io.sqe.planner.statement.StatementParser;
import io.sqe.planner.statement.TextSpan;
import io.sqe.policy.decision.TableAccess;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Puts a view's query in its place, bound as whoever asks and not as whoever made the view: it shows no more than its tables would.
 * What is wrong inside a view is not told, since it could name what the principal must not know of.
 */
final class Views {
    private static final int NESTED_MAX = 32;

    private final References references;

    Views(References references) {
        this.references = references;
    }

    SqlNode expand(ViewMetadata view, TableAccess access, NameScope scope, SqlIdentifier name) {
        TextSpan span = TextSpan.of(name);
        if (!(access instanceof TableAccess.Full)) {
            throw new PlannerException.Unsupported("A policy of rows or columns on view " + view.name(), span);
        }
        if (scope.viewDepth() >= NESTED_MAX) {
            throw new PlannerException.TooComplex(
                    "Cannot read view %s: views refer to each other more than %d deep. Look for one that refers to itself."
                            .formatted(view.name(), NESTED_MAX),
                    span);
        }
        return named(bound(view, scope, name), view, name);
    }

    private SqlNode bound(ViewMetadata view, NameScope scope, SqlIdentifier name) {
        try {
            if (StatementParser.parse(view.sql()) instanceof Statement.Query(SqlNode query)) {
                SqlNode moved = query.accept(new Repositioning(name.getParserPosition()));
                return references.query(moved == null ? query : moved, scope.inside(view));
            }
        } catch (PlannerException.TooComplex tooDeep) {
            throw tooDeep;
        } catch (PlannerException broken) {
            throw unreadable(view, name);
        }
        throw unreadable(view, name);
    }

    private static SqlNode named(SqlNode query, ViewMetadata view, SqlIdentifier name) {
        var operands = new ArrayList<SqlNode>(
                List.of(query, new SqlIdentifier(name.names.getLast(), name.getParserPosition())));
        view.columnNames().forEach(column -> operands.add(new SqlIdentifier(column, name.getParserPosition())));
        return SqlStdOperatorTable.AS.createCall(name.getParserPosition(), operands);
    }

    private static PlannerException unreadable(ViewMetadata view, SqlIdentifier name) {
        return new PlannerException.InvalidStatement(
                "Cannot read view %s: its query refers to something that is not there. SHOW CREATE VIEW shows it."
                        .formatted(view.name()),
                TextSpan.of(name));
    }
}
