package io.sqe.planner.binding;

import io.sqe.planner.function.Convertlets;
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
    private static final HepProgram NO_RULES = HepProgram.builder().build();
    private static final ViewExpander NO_VIEWS = (rowType, query, schemaPath, viewPath) -> {
        throw new IllegalStateException("Views are expanded before");
    };
    private static final Config CONVERSION = config().withExpand(false)
            .withTrimUnusedFields(false)
            .withInSubQueryThreshold(Integer.MAX_VALUE)
            .withRelBuilderConfigTransform(builder -> builder.withSimplify(false));

    private final PlanSize size;

    BoundedConversion(SqeValidator validator, StatementCatalog catalog, RelOptCluster cluster, PlanSize size) {
        super(NO_VIEWS, validator, catalog, cluster, Convertlets.INSTANCE, CONVERSION);
        this.size = size;
    }

    @Override
    protected void convertFrom(Blackboard scope, @Nullable SqlNode from, @Nullable List<String> columnNames) {
        super.convertFrom(scope, from, columnNames);
        if (from == null) {
            return;
        }
        if (from.getKind() == SqlKind.IDENTIFIER) {
            size.addRelation();
        }
        size.addColumns(scope.root());
        size.check(TextSpan.of(from));
    }

    /** What the nodes of one plan share. */
    static RelOptCluster newCluster() {
        return RelOptCluster.create(new HepPlanner(NO_RULES), new RexBuilder(SqeTypeFactory.INSTANCE));
    }
}
