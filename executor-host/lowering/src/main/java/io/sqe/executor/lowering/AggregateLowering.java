package io.sqe.executor.lowering;

import io.sqe.executor.lowering.Value.Shape;
import io.sqe.executor.lowering.Value.Trait;
import io.substrait.proto.AggregateRel;
import io.substrait.proto.AggregateRel.Grouping;
import io.substrait.proto.AggregateRel.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes GROUP BY. */
final class AggregateLowering {
    private final ExpressionLowering expressions;
    private final RelationLowering relations;

    AggregateLowering(ExpressionLowering expressions, RelationLowering relations) {
        this.expressions = expressions;
        this.relations = relations;
    }

    Block lower(AggregateRel rel, @Nullable Scope outer) {
        Extensions.refuseAll(rel.getCommon(), rel.getAdvancedExtension());
        Block input = relations.lower(rel.getInput(), outer).unordered();
        Block block = isOpen(input) ? input : relations.nest(input);
        Optional<Block> grouped = group(rel, block, outer);
        return grouped.orElseGet(() -> group(rel, relations.nest(block), outer)
                .orElseThrow(() -> new LoweringException.Unsupported("a subquery or random number as grouping key")));
    }

    private static boolean isOpen(Block block) {
        return !block.isGrouped() && !block.isLimited() && !block.isQualified();
    }

    /** Empty if the block's columns cannot be grouped or aggregated before they are computed. */
    private Optional<Block> group(AggregateRel rel, Block block, @Nullable Scope outer) {
        var scope = new Scope(block.columns(), outer);
        List<Value> keys = keys(rel, scope);
        List<Value> columns = new ArrayList<>(shownKeys(rel, keys));
        for (Measure measure : rel.getMeasuresList()) {
            columns.add(measure(measure, scope));
        }
        boolean isSound = scope.isSound(Scope.Survival.COLUMNS_END)
                && !scope.used(Trait.WINDOW)
                && keys.stream().allMatch(Value::mayRepeat);
        if (!isSound) {
            return Optional.empty();
        }
        if (rel.getGroupingsCount() > 1) {
            columns.add(setNumber(rel, keys));
        }
        return Optional.of(block.withGrouping(grouping(rel, keys), columns));
    }

    private List<Value> keys(AggregateRel rel, Scope scope) {
        rel.getGroupingsList().forEach(AggregateLowering::refuseUnlisted);
        List<Value> keys = expressions.lowerAll(rel.getGroupingExpressionsList(), scope);
        // A bare number would mean the column of that number.
        return keys.stream()
                .map(key -> key.shape() == Shape.LITERAL ? Casts.exact(key) : key)
                .toList();
    }

    /** Substrait's older way of writing grouping sets, without a list of expressions to refer to. */
    @SuppressWarnings("deprecation")
    private static void refuseUnlisted(Grouping set) {
        if (set.getGroupingExpressionsCount() > set.getExpressionReferencesCount()) {
            throw new LoweringException.Unsupported("a grouping set that does not refer to listed expressions");
        }
    }

    private static List<Value> shownKeys(AggregateRel rel, List<Value> keys) {
        if (rel.getGroupingsCount() != 1) {
            return keys;
        }
        return rel.getGroupings(0).getExpressionReferencesList().stream()
                .map(keys::get)
                .toList();
    }

    private Value measure(Measure measure, Scope scope) {
        Optional<Value> filter =
                measure.hasFilter() ? Optional.of(expressions.lower(measure.getFilter(), scope)) : Optional.empty();
        return expressions.functions().aggregate(measure.getMeasure(), filter, scope);
    }

    private static String grouping(AggregateRel rel, List<Value> keys) {
        if (rel.getGroupingsCount() > 1) {
            return rel.getGroupingsList().stream()
                    .map(set -> '(' + list(references(set), keys) + ')')
                    .collect(Collectors.joining(", ", "GROUPING SETS (", ")"));
        }
        String list = list(IntStream.range(0, keys.size()).boxed().toList(), keys);
        return list.isEmpty() ? "()" : list;
    }

    private static String list(List<Integer> references, List<Value> keys) {
        return references.stream()
                .distinct()
                .map(reference -> keys.get(reference).inner())
                .collect(Collectors.joining(", "));
    }

    private static List<Integer> references(Grouping set) {
        return set.getExpressionReferencesList();
    }

    /** Which of the grouping sets a row belongs to, counted from 0, told by the keys that are not grouped in it. */
    private static Value setNumber(AggregateRel rel, List<Value> keys) {
        if (keys.isEmpty()) {
            return Value.literal("0", PlanTypes.I32);
        }
        var sql = new StringBuilder("CASE GROUPING(")
                .append(keys.stream().map(Value::sql).collect(Collectors.joining(", ")))
                .append(')');
        for (int set = 0; set < rel.getGroupingsCount(); set++) {
            List<Integer> grouped = references(rel.getGroupings(set));
            long mask = 0;
            for (int key = 0; key < keys.size(); key++) {
                mask = mask << 1 | (grouped.contains(key) ? 0 : 1);
            }
            sql.append(" WHEN ").append(mask).append(" THEN ").append(set);
        }
        return Value.call(sql.append(" END").toString(), PlanTypes.I32, keys).with(Trait.AGGREGATE);
    }
}
