package io.sqe.executor.lowering;

import io.sqe.executor.lowering.Value.Trait;
import io.substrait.proto.CrossRel;
import io.substrait.proto.JoinRel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Joins blocks: inner joins by commas and WHERE, outer joins by JOIN … ON, semi and anti joins by EXISTS. */
final class JoinLowering {
    private final ExpressionLowering expressions;
    private final RelationLowering relations;

    JoinLowering(ExpressionLowering expressions, RelationLowering relations) {
        this.expressions = expressions;
        this.relations = relations;
    }

    Block cross(CrossRel rel, @Nullable Scope outer) {
        Extensions.refuseAll(rel.getCommon(), rel.getAdvancedExtension());
        return crossed(flat(relations.lower(rel.getLeft(), outer)), flat(relations.lower(rel.getRight(), outer)));
    }

    Block join(JoinRel rel, @Nullable Scope outer) {
        Extensions.refuseAll(rel.getCommon(), rel.getAdvancedExtension());
        if (rel.hasPostJoinFilter()) {
            throw new LoweringException.Unsupported("a filter inside a join");
        }
        Block left = relations.lower(rel.getLeft(), outer).unordered();
        Block right = relations.lower(rel.getRight(), outer).unordered();
        return switch (rel.getType()) {
            case JOIN_TYPE_INNER -> inner(left, right, rel, outer);
            case JOIN_TYPE_LEFT -> left(left, right, rel, outer, Sides.AS_WRITTEN);
            case JOIN_TYPE_RIGHT -> left(right, left, rel, outer, Sides.SWAPPED);
            case JOIN_TYPE_OUTER -> full(left, right, rel, outer);
            case JOIN_TYPE_LEFT_SEMI -> exists("EXISTS ", left, right, rel, outer);
            case JOIN_TYPE_LEFT_ANTI -> exists("NOT EXISTS ", left, right, rel, outer);
            default -> throw new LoweringException.Unsupported("a join of type " + rel.getType());
        };
    }

    private Block inner(Block left, Block right, JoinRel rel, @Nullable Scope outer) {
        Block both = crossed(flat(left), flat(right));
        return rel.hasExpression() ? relations.filtered(both, rel.getExpression(), outer) : both;
    }

    private static Block crossed(Block left, Block right) {
        List<String> from = new ArrayList<>(left.from());
        from.addAll(right.from());
        Block both = Block.of(from, concat(left.columns(), right.columns()));
        return both.filtered(concat(left.where(), right.where()));
    }

    /** What the preserved side filters may be filtered after the join; what the other side filters belongs to ON. */
    private Block left(Block preserved, Block optional, JoinRel rel, @Nullable Scope outer, Sides sides) {
        Block kept = withTables(flat(preserved));
        Block joined = withTables(optional.isFlat() && mayMoveToOn(optional) ? optional : relations.nest(optional));
        List<Value> columns = sides == Sides.AS_WRITTEN
                ? concat(kept.columns(), joined.columns())
                : concat(joined.columns(), kept.columns());
        List<Value> on = concat(condition(rel, columns, outer), joined.where());
        String sql =
                crossJoined(kept.from()) + "\nLEFT JOIN " + parenthesised(joined.from()) + " ON " + conjunction(on);
        return Block.of(List.of(sql), columns).filtered(kept.where());
    }

    private Block full(Block left, Block right, JoinRel rel, @Nullable Scope outer) {
        Block first = asOneTable(left);
        Block second = asOneTable(right);
        List<Value> columns = concat(first.columns(), second.columns());
        String on = conjunction(condition(rel, columns, outer));
        String sql = first.from().getFirst() + "\nFULL JOIN " + parenthesised(second.from()) + " ON " + on;
        return Block.of(List.of(sql), columns);
    }

    private Block exists(String word, Block left, Block right, JoinRel rel, @Nullable Scope outer) {
        Block kept = flat(left);
        Block tested = flat(right);
        List<Value> on = condition(rel, concat(kept.columns(), tested.columns()), outer);
        return kept.filtered(List.of(exists(word, tested.filtered(on))));
    }

    /** Whether a correlated query has a row, or has none. */
    static Value exists(String word, Block query) {
        Block subquery = query.isGrouped() || query.hasWindows() ? query : query.withColumns(List.of());
        int traits = Value.traitsOf(query.where()) | Trait.SUBQUERY.bit();
        return new Value(word + "(\n" + subquery.render() + "\n)", Value.Shape.CALL, traits, PlanTypes.BOOLEAN);
    }

    private List<Value> condition(JoinRel rel, List<Value> columns, @Nullable Scope outer) {
        return rel.hasExpression() ? expressions.conjuncts(rel.getExpression(), new Scope(columns, outer)) : List.of();
    }

    private Block flat(Block block) {
        return block.isFlat() ? block : relations.nest(block.unordered());
    }

    private Block withTables(Block block) {
        return block.from().isEmpty() ? relations.nest(block) : block;
    }

    /** Rows that find no partner show NULL in every column: a computed one would show something else. */
    private static boolean mayMoveToOn(Block block) {
        return block.hasOnlyPlainColumns() && block.where().stream().allMatch(Value::mayRepeat);
    }

    private Block asOneTable(Block block) {
        boolean isOneTable =
                block.isFlat() && block.where().isEmpty() && block.from().size() == 1 && block.hasOnlyPlainColumns();
        return isOneTable ? block : relations.nest(block);
    }

    private static String crossJoined(List<String> from) {
        return String.join("\nCROSS JOIN ", from);
    }

    /** Several tables, or tables joined already, on the right of a join. */
    private static String parenthesised(List<String> from) {
        boolean isOneTable = from.size() == 1 && !isJoin(from.getFirst());
        return isOneTable ? from.getFirst() : '(' + crossJoined(from) + ')';
    }

    private static boolean isJoin(String item) {
        return item.contains(" JOIN ");
    }

    private static String conjunction(List<Value> conditions) {
        if (conditions.isEmpty()) {
            return "TRUE";
        }
        return conditions.stream().map(Value::inner).collect(Collectors.joining(" AND "));
    }

    private static List<Value> concat(List<Value> first, List<Value> second) {
        List<Value> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private enum Sides {
        AS_WRITTEN,
        SWAPPED
    }
}
