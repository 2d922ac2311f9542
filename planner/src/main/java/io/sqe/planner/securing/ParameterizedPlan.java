package io.sqe.planner.securing;

import io.sqe.catalog.ColumnType;
import io.sqe.planner.binding.BoundTable;
import io.sqe.planner.parameter.Parameter;
import io.sqe.planner.parameter.ParameterConstants;
import io.sqe.planner.parameter.Parameters;
import io.sqe.planner.parameter.Placeholder;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;

/**
 * A secured plan whose parameters have types and no values yet. It is none that can be run: only with values is it a {@link SecuredPlan},
 * the one that {@link PlanSecuring} would have made of the statement with those values. Safe for use by many threads.
 */
public final class ParameterizedPlan {
    private final SecuredPlan marked;
    private final List<Placeholder> placeholders;

    ParameterizedPlan(SecuredPlan marked, List<Placeholder> placeholders) {
        this.marked = marked;
        this.placeholders = List.copyOf(placeholders);
    }

    /** The tables that are read, in the order of their scan numbers. */
    public List<BoundTable> tables() {
        return marked.tables();
    }

    /**
     * The plan with a value in each parameter's place; nothing if any is of another type than its place.
     *
     * @throws io.sqe.planner.statement.PlannerException if a value is none that SQL can say
     */
    public Optional<SecuredPlan> with(Parameters values) {
        if (!types(values).equals(placeholders.stream().map(Placeholder::type).toList())) {
            return Optional.empty();
        }
        var constants = new EveryExpression(ParameterConstants.of(
                values, placeholders, marked.root().getCluster().getRexBuilder()));
        return Optional.of(marked.changed(root -> root.accept(constants)));
    }

    /** None of a NULL, which no plan with marks is made for. */
    private static List<ColumnType> types(Parameters values) {
        return values.values().stream()
                .filter(Parameter.Value.class::isInstance)
                .map(Parameter::type)
                .toList();
    }

    /** Changes the expressions of a plan, those of sub-queries too. */
    private static final class EveryExpression extends RelHomogeneousShuttle {
        private final RexShuttle expressions;
        private final RexShuttle subQueries = new SubQueries();

        EveryExpression(RexShuttle expressions) {
            this.expressions = expressions;
        }

        @Override
        public RelNode visit(RelNode node) {
            return super.visit(node).accept(subQueries).accept(expressions);
        }

        /** Changes what is inside sub-queries. */
        private final class SubQueries extends RexShuttle {
            @Override
            public RexNode visitSubQuery(RexSubQuery subQuery) {
                var outer = (RexSubQuery) super.visitSubQuery(subQuery);
                return outer.clone(outer.rel.accept(EveryExpression.this));
            }
        }
    }
}
