package io.sqe.executor.lowering;

import io.sqe.executor.lowering.Value.Trait;
import io.substrait.proto.Expression.Subquery;
import io.substrait.proto.Expression.Subquery.InPredicate;
import io.substrait.proto.Expression.Subquery.SetComparison;
import io.substrait.proto.Expression.Subquery.SetPredicate;
import io.substrait.proto.Type;
import java.util.List;

/** Writes subqueries as subqueries: the engine decorrelates them better than anyone before it. */
final class SubqueryLowering {
    private final ExpressionLowering expressions;
    private final RelationLowering relations;

    SubqueryLowering(ExpressionLowering expressions, RelationLowering relations) {
        this.expressions = expressions;
        this.relations = relations;
    }

    Value lower(Subquery subquery, Scope scope) {
        return switch (subquery.getSubqueryTypeCase()) {
            case SCALAR -> scalar(relations.lower(subquery.getScalar().getInput(), scope));
            case IN_PREDICATE -> in(subquery.getInPredicate(), scope);
            case SET_PREDICATE -> exists(subquery.getSetPredicate(), scope);
            case SET_COMPARISON -> comparison(subquery.getSetComparison(), scope);
            case SUBQUERYTYPE_NOT_SET -> throw new LoweringException.Malformed("a subquery has no kind");
        };
    }

    private static Value scalar(Block block) {
        Type type = block.columns().getFirst().type();
        // DuckDB would take any of several rows; `scalar_subquery_error_on_multiple_rows` is its default and refuses.
        return subquery("", block, type, List.of());
    }

    private Value in(InPredicate predicate, Scope scope) {
        List<Value> needles = expressions.lowerAll(predicate.getNeedlesList(), scope);
        String needle =
                needles.size() == 1 ? needles.getFirst().inner() : '(' + NestedValues.commaSeparated(needles) + ')';
        Block block = relations.lower(predicate.getHaystack(), scope);
        return subquery(needle + " IN ", block, PlanTypes.BOOLEAN, needles);
    }

    private Value exists(SetPredicate predicate, Scope scope) {
        Block block = relations.lower(predicate.getTuples(), scope);
        return switch (predicate.getPredicateOp()) {
            case PREDICATE_OP_EXISTS -> subquery("EXISTS ", block, PlanTypes.BOOLEAN, List.of());
            case PREDICATE_OP_UNIQUE ->
                subquery("NOT EXISTS ", duplicates(relations.nest(block)), PlanTypes.BOOLEAN, List.of());
            case PREDICATE_OP_UNSPECIFIED, UNRECOGNIZED ->
                throw new LoweringException.Malformed("a set predicate has no operator");
        };
    }

    /** The rows that occur twice and hold no null, which is what UNIQUE denies. */
    private static Block duplicates(Block block) {
        List<Value> columns = block.columns();
        List<Value> known = columns.stream()
                .map(column -> Value.operation(column.sql() + " IS NOT NULL", PlanTypes.BOOLEAN, List.of(column)))
                .toList();
        Value several = Value.operation("count(*) > 1", PlanTypes.BOOLEAN, List.of());
        return block.filtered(known)
                .withGrouping(NestedValues.commaSeparated(columns), List.of())
                .filtered(List.of(several));
    }

    private Value comparison(SetComparison comparison, Scope scope) {
        Value left = expressions.lower(comparison.getLeft(), scope);
        String operator = switch (comparison.getComparisonOp()) {
            case COMPARISON_OP_EQ -> " = ";
            case COMPARISON_OP_NE -> " <> ";
            case COMPARISON_OP_LT -> " < ";
            case COMPARISON_OP_GT -> " > ";
            case COMPARISON_OP_LE -> " <= ";
            case COMPARISON_OP_GE -> " >= ";
            case COMPARISON_OP_UNSPECIFIED, UNRECOGNIZED ->
                throw new LoweringException.Malformed("a set comparison has no operator");
        };
        String quantifier = switch (comparison.getReductionOp()) {
            case REDUCTION_OP_ANY -> "ANY ";
            case REDUCTION_OP_ALL -> "ALL ";
            case REDUCTION_OP_UNSPECIFIED, UNRECOGNIZED ->
                throw new LoweringException.Malformed("a set comparison has no quantifier");
        };
        Block block = relations.lower(comparison.getRight(), scope);
        return subquery(left.inner() + operator + quantifier, block, PlanTypes.BOOLEAN, List.of(left));
    }

    private static Value subquery(String before, Block block, Type type, List<Value> parts) {
        String sql = before + "(\n" + block.render() + "\n)";
        int traits = Value.traitsOf(parts) | (block.mayFail() ? Trait.MAY_FAIL.bit() : 0) | Trait.SUBQUERY.bit();
        boolean isClosed = before.isEmpty() || parts.isEmpty();
        return new Value(sql, isClosed ? Value.Shape.CALL : Value.Shape.OPERATION, traits, type);
    }
}
