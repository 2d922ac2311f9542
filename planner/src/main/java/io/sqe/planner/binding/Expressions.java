package io.sqe.planner.binding;

import io.sqe.planner.binding.References.NameScope;
import io.sqe.planner.statement.StarChange;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/** Finds the queries inside expressions, and what is known of the session. */
final class Expressions extends SqlShuttle {
    private final References references;
    private final NameScope scope;

    Expressions(References references, NameScope scope) {
        this.references = references;
        this.scope = scope;
    }

    @Override
    public @Nullable SqlNode visit(SqlCall call) {
        if (call.getKind() != SqlKind.VALUES && SqlKind.QUERY.contains(call.getKind())) {
            return references.query(call, scope);
        }
        if (call instanceof StarChange change) {
            return new StarChange(change.getParserPosition(), change.star(), change.excludedNames(), (SqlNodeList)
                    visitNonNull(change.replacements()));
        }
        TimeFields.rename(call);
        SqlCall plain = FilteredWindows.withoutFilter(ZonedTimes.asked(call));
        return references.sessionValues().of(plain).orElseGet(() -> operands(plain));
    }

    @Override
    public @Nullable SqlNode visit(SqlIdentifier name) {
        return references
                .sessionValues()
                .of(name)
                .orElseGet(() -> references.qualifiedNames().shortened(name));
    }

    private SqlNode operands(SqlCall call) {
        SqlNode changed = super.visit(call);
        return changed == null ? call : changed;
    }

    private SqlNode visitNonNull(SqlNodeList list) {
        SqlNode changed = visit(list);
        return changed == null ? list : changed;
    }
}
