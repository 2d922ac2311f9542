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

    /** Views of one statement, each as often as it is named in another. */
    private static final int EXPANDED_MAX = 1_000;

    private final References references;
    private final Columns columns;
    private final List<Expansion> expanded = new ArrayList<>();

    Views(References references, Columns columns) {
        this.references = references;
        this.columns = columns;
    }

    /** The queries of the views that a statement has named, each as it stands by itself. */
    List<Expansion> expanded() {
        return List.copyOf(expanded);
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
        if (expanded.size() >= EXPANDED_MAX) {
            throw new PlannerException.TooComplex(
                    "Cannot read view %s: the views of this statement refer to more than %,d others. Keep what one of them shows in a table."
                            .formatted(view.name(), EXPANDED_MAX),
                    span);
        }
        var expansion = new Expansion(view, scope.inside(view), name);
        expanded.add(expansion);
        return named(bound(view, scope, name), columnNames(expansion), name);
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

    /** The names to give to the query's columns: unreadable if the principal sees another number of them than it was made with. */
    private List<String> columnNames(Expansion expansion) {
        List<String> stored = expansion.view().columnNames();
        if (!stored.isEmpty() && columns.namesSeen(expansion).size() != stored.size()) {
            throw unreadable(expansion.view(), expansion.name());
        }
        return stored;
    }

    private static SqlNode named(SqlNode query, List<String> columnNames, SqlIdentifier name) {
        var operands = new ArrayList<SqlNode>(
                List.of(query, new SqlIdentifier(name.names.getLast(), name.getParserPosition())));
        columnNames.forEach(column -> operands.add(new SqlIdentifier(column, name.getParserPosition())));
        return SqlStdOperatorTable.AS.createCall(name.getParserPosition(), operands);
    }

    static PlannerException unreadable(ViewMetadata view, SqlIdentifier name) {
        return new PlannerException.InvalidStatement(
                "Cannot read view %s: its query refers to something that is not there. Ask whoever made it."
                        .formatted(view.name()),
                TextSpan.of(name));
    }

    /** Finds the columns that the principal sees of a view's query by itself. */
    interface Columns {
        List<String> namesSeen(Expansion expansion);
    }

    /** A view where a statement names it. */
    record Expansion(ViewMetadata view, NameScope inside, SqlIdentifier name) {}
}
