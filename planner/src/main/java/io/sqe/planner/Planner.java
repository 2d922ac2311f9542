package io.sqe.planner;

import io.sqe.planner.binding.BindingContext;
import io.sqe.planner.binding.BoundPlan;
import io.sqe.planner.binding.BoundStatement;
import io.sqe.planner.binding.Description;
import io.sqe.planner.binding.SentPlan;
import io.sqe.planner.binding.SentRows;
import io.sqe.planner.binding.StatementBinder;
import io.sqe.planner.function.FunctionOperators;
import io.sqe.planner.parameter.ParameterBinding;
import io.sqe.planner.parameter.Parameters;
import io.sqe.planner.parameter.Placeholder;
import io.sqe.planner.securing.ParameterizedPlan;
import io.sqe.planner.securing.PlanSecuring;
import io.sqe.planner.securing.SecuredPlan;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.Statement;
import io.sqe.planner.statement.StatementParser;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlOperatorTable;

/**
 * The planner's door. Safe for use by many threads; every method throws a {@link PlannerException} for what a
 * person can act on.
 */
public final class Planner {
    private final SqlOperatorTable operators;

    public Planner(SqlOperatorTable operators) {
        this.operators = operators;
    }

    /** A planner that knows the functions of the catalogue. */
    public static Planner standard() {
        return new Planner(FunctionOperators.standard().table());
    }

    /** The statement that a text holds. */
    public Statement parse(String sql) {
        return StatementParser.parse(sql);
    }

    /** Resolves a statement's names and types. Takes the statement's trees apart: it cannot be bound again. */
    public BoundStatement<BoundPlan> bind(Statement statement, BindingContext context) {
        return bind(statement, context, Parameters.NONE);
    }

    /** The same, with values for the statement's placeholders. */
    public BoundStatement<BoundPlan> bind(Statement statement, BindingContext context, Parameters parameters) {
        return new StatementBinder(operators, context).bind(ParameterBinding.apply(statement, parameters));
    }

    /** What a statement would answer, and what its placeholders take, without a value for any of them. */
    public Description describe(String sql, BindingContext context) {
        return StatementBinder.describe(parse(sql), operators, context);
    }

    /** Rows that a client sends, as an insertion or a new table: no SQL stands between. */
    public BoundStatement<SecuredPlan> plan(SentRows rows, BindingContext context) {
        return secure(new StatementBinder(operators, context).bind(rows), context);
    }

    /** Resolves the tables of a plan that a client sends. */
    public BoundStatement<BoundPlan> bind(SentPlan plan, BindingContext context) {
        return new StatementBinder(operators, context).bind(plan);
    }

    /** What a plan that a client sends would answer. */
    public Description describe(SentPlan plan, BindingContext context) {
        return StatementBinder.describe(plan, operators, context);
    }

    /** Puts every scan of a statement's plans under its row filter and masks. */
    public BoundStatement<SecuredPlan> secure(BoundStatement<BoundPlan> statement, BindingContext context) {
        var securing = new PlanSecuring(operators, context);
        return statement.map(securing::secure);
    }

    /**
     * A query's secured plan that can be given other values of the same types. Nothing if it may be planned otherwise for other values, or
     * cannot be planned without looking at them; plan it with the values then.
     *
     * @param values any of those types
     */
    public Optional<ParameterizedPlan> parameterize(String sql, BindingContext context, Parameters values) {
        Statement statement = parse(sql);
        List<Placeholder> placeholders = Placeholder.of(statement, values);
        try {
            return ParameterBinding.mark(statement, values)
                    .map(marked -> new StatementBinder(operators, context).bind(marked))
                    .map(bound -> ((BoundStatement.Query<BoundPlan>) bound).plan())
                    .map(plan -> new PlanSecuring(operators, context).secure(plan, placeholders));
        } catch (PlannerException onlyWithValues) {
            return Optional.empty();
        }
    }

    /** From text to secured plans. */
    public BoundStatement<SecuredPlan> plan(String sql, BindingContext context) {
        return plan(sql, context, Parameters.NONE);
    }

    /** The same, with values for the statement's placeholders. */
    public BoundStatement<SecuredPlan> plan(String sql, BindingContext context, Parameters parameters) {
        return secure(bind(parse(sql), context, parameters), context);
    }
}
