package io.sqe.planner.binding;

import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import java.util.List;
import java.util.function.Function;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * The tables and views that a sent plan may read: those of the principal, found and restricted as the same name in SQL would be. For
 * one statement.
 */
public final class SentPlanTables {
    private final RelOptCluster cluster;
    private final PlanSize size;
    private final Function<SqlIdentifier, RelNode> reader;

    SentPlanTables(RelOptCluster cluster, PlanSize size, Function<SqlIdentifier, RelNode> reader) {
        this.cluster = cluster;
        this.size = size;
        this.reader = reader;
    }

    /** What all nodes of the plan share. */
    public RelOptCluster cluster() {
        return cluster;
    }

    /**
     * All rows and columns of a table or view that the principal may know of.
     *
     * @param name the table's, after as much of catalog and schema as the session does not say
     */
    public RelNode read(List<String> name) {
        // To Calcite an empty part is a star.
        if (name.isEmpty() || name.stream().anyMatch(String::isEmpty)) {
            throw new PlannerException.InvalidStatement(
                    "The plan reads a table without a name: give it one, after its catalog and schema.",
                    TextSpan.START);
        }
        return reader.apply(new SqlIdentifier(name, SqlParserPos.ZERO));
    }

    /**
     * The node, counted.
     *
     * @throws PlannerException.TooComplex if all of them together are too many
     */
    public RelNode counted(RelNode node) {
        size.addColumns(node);
        size.check(TextSpan.START);
        return node;
    }
}
