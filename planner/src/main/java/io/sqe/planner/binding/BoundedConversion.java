package io.sqe.planner.binding;

import io.sqe.planner.function.Convertlets;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import java.util.List;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptTable.ViewExpander;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.jspecify.annotations.Nullable;

/**
 * Calcite's conversion of a validated query into a tree. The tree has a copy of a common table expression wherever one is named, so
 * that a short text whose expressions name each other twice becomes a tree without end: what becomes too large is refused.
 */
final class BoundedConversion extends SqlToRelConverter {
    /** Tables and common table expressions, each as often as it stands in the tree. */
    static final int RELATIONS_MAX = 5_000;

    /** Columns of all of them together. A join has those of both sides. */
    static final int RELATION_COLUMNS_MAX = 1_000_000;

    private static final HepProgram NO_RULES = HepProgram.builder().build();
    private static final ViewExpander NO_VIEWS = (rowType, query, schemaPath, viewPath) -> {
        throw new IllegalStateException("Views are expanded before");
    };
    private static final Config CONVERSION = config().withExpand(false)
            .withTrimUnusedFields(false)
            .withInSubQueryThreshold(Integer.MAX_VALUE)
            .withRelBuilderConfigTransform(builder -> builder.withSimplify(false));

    private int relations;
    private int relationColumns;

    BoundedConversion(SqeValidator validator, StatementCatalog catalog) {
        super(NO_VIEWS, validator, catalog, newCluster(), Convertlets.INSTANCE, CONVERSION);
    }

    @Override
    protected void convertFrom(Blackboard scope, @Nullable SqlNode from, @Nullable List<String> columnNames) {
        super.convertFrom(scope, from, columnNames);
        relations += from != null && from.getKind() == SqlKind.IDENTIFIER ? 1 : 0;
        relationColumns += scope.root().getRowType().getFieldCount();
        if (from != null && (relations > RELATIONS_MAX || relationColumns > RELATION_COLUMNS_MAX)) {
            throw new PlannerException.TooComplex(
                    "Cannot plan the statement: written out it names more than %,d relations, or %,d columns of them. Keep what a WITH or a view names again and again in a table."
                            .formatted(RELATIONS_MAX, RELATION_COLUMNS_MAX),
                    TextSpan.of(from));
        }
    }

    /** What the nodes of one plan share. */
    static RelOptCluster newCluster() {
        return RelOptCluster.create(new HepPlanner(NO_RULES), new RexBuilder(SqeTypeFactory.INSTANCE));
    }
}
