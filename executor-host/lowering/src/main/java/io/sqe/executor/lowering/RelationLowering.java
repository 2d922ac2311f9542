package io.sqe.executor.lowering;

import io.substrait.proto.Expression;
import io.substrait.proto.FetchRel;
import io.substrait.proto.FilterRel;
import io.substrait.proto.ProjectRel;
import io.substrait.proto.Rel;
import io.substrait.proto.RelCommon;
import io.substrait.proto.SortRel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Folds relations into SELECT blocks, one block as long as SQL's order of evaluation allows. DuckDB takes a nested SELECT for
 * opaque when it orders joins, so a block is nested only where its meaning demands it.
 */
final class RelationLowering {
    private final Aliases aliases = new Aliases();
    private final ExpressionLowering expressions;
    private final ReadLowering reads;
    private final BarrierLowering barriers;
    private final JoinLowering joins;
    private final AggregateLowering aggregates;
    private final SetLowering sets;
    private final ExtensionLowering extensions;

    private final SharedPlans shared;
    private final Map<SharedPlans.Node, CommonTable> tableOf = new HashMap<>();
    private final List<String> commonTables = new ArrayList<>();
    private boolean mayUseCommonTables = true;

    RelationLowering(PlanFunctions functions, SharedPlans shared, EngineContext context) {
        this.shared = shared;
        this.expressions = new ExpressionLowering(functions, this, context.resources());
        this.extensions = new ExtensionLowering(this, aliases);
        this.reads = new ReadLowering(expressions, extensions, aliases, context);
        this.barriers = new BarrierLowering(this, aliases);
        this.joins = new JoinLowering(expressions, this);
        this.aggregates = new AggregateLowering(expressions, this);
        this.sets = new SetLowering(this);
    }

    /**
     * A relation as a block.
     *
     * @param outer what a correlated subquery sees around it
     */
    Block lower(Rel rel, @Nullable Scope outer) {
        if (!mayUseCommonTables) {
            return lowerAlone(rel, outer);
        }
        return shared.find(rel).map(node -> common(node, rel)).orElseGet(() -> lowerAlone(rel, outer));
    }

    /** Lowers what stands in a statement of its own, where common tables of the query are unknown. */
    Block withoutCommonTables(Supplier<Block> lowering) {
        boolean before = mayUseCommonTables;
        mayUseCommonTables = false;
        try {
            return lowering.get();
        } finally {
            mayUseCommonTables = before;
        }
    }

    /** Statements that define what the query names. */
    List<String> preparation() {
        return barriers.definitions();
    }

    /** The WITH clause for what was lowered so far; empty if nothing is shared. */
    String withClause() {
        return commonTables.isEmpty() ? "" : "WITH " + String.join(",\n", commonTables) + '\n';
    }

    /** A reference to a common table, which is written when it is first needed. */
    private Block common(SharedPlans.Node node, Rel rel) {
        CommonTable table = tableOf.get(node);
        if (table == null) {
            Block block = lowerAlone(rel, null);
            table = new CommonTable(aliases.next("common"), block.columns());
            commonTables.add(Quoting.name(table.name) + " AS (\n" + block.render() + "\n)");
            tableOf.put(node, table);
        }
        String alias = aliases.nextQuery();
        return Block.of(
                List.of(Quoting.name(table.name) + " AS " + Quoting.name(alias)), columnsOf(alias, table.columns));
    }

    static List<Value> columnsOf(String alias, List<Value> inner) {
        List<Value> columns = new ArrayList<>(inner.size());
        for (int i = 0; i < inner.size(); i++) {
            columns.add(Value.column(alias, Block.columnName(i), inner.get(i).type()));
        }
        return columns;
    }

    private Block lowerAlone(Rel rel, @Nullable Scope outer) {
        return switch (rel.getRelTypeCase()) {
            case READ -> emit(rel.getRead().getCommon(), reads.lower(rel.getRead(), outer));
            case FILTER -> emit(rel.getFilter().getCommon(), filter(rel, outer));
            case PROJECT -> emit(rel.getProject().getCommon(), project(rel.getProject(), outer));
            case SORT -> emit(rel.getSort().getCommon(), sort(rel.getSort(), outer));
            case FETCH -> emit(rel.getFetch().getCommon(), fetch(rel.getFetch(), outer));
            case JOIN -> emit(rel.getJoin().getCommon(), joins.join(rel.getJoin(), outer));
            case CROSS -> emit(rel.getCross().getCommon(), joins.cross(rel.getCross(), outer));
            case AGGREGATE -> emit(rel.getAggregate().getCommon(), aggregates.lower(rel.getAggregate(), outer));
            case SET -> emit(rel.getSet().getCommon(), sets.lower(rel.getSet(), outer));
            case EXTENSION_SINGLE ->
                emit(rel.getExtensionSingle().getCommon(), extensions.single(rel.getExtensionSingle(), outer));
            case EXTENSION_MULTI ->
                emit(rel.getExtensionMulti().getCommon(), extensions.multi(rel.getExtensionMulti(), outer));
            default -> throw new LoweringException.Unsupported("a relation of kind " + rel.getRelTypeCase());
        };
    }

    Block nest(Block block) {
        return block.nested(aliases.nextQuery());
    }

    Block tableOf(String sql, List<Value> columns) {
        String alias = aliases.nextQuery();
        return Block.of(List.of("(\n" + sql + "\n) AS " + Quoting.name(alias)), columnsOf(alias, columns));
    }

    private static Block emit(RelCommon common, Block block) {
        if (!common.hasEmit()) {
            return block;
        }
        List<Value> columns = new ArrayList<>(common.getEmit().getOutputMappingCount());
        for (int index : common.getEmit().getOutputMappingList()) {
            if (index < 0 || index >= block.columns().size()) {
                throw new LoweringException.Malformed("column " + index + " is emitted but does not exist");
            }
            columns.add(block.columns().get(index));
        }
        return block.withColumns(columns);
    }

    private Block filter(Rel rel, @Nullable Scope outer) {
        FilterRel filter = rel.getFilter();
        if (Extensions.isBarrier(filter.getCommon())) {
            Extensions.refuseAll(RelCommon.getDefaultInstance(), filter.getAdvancedExtension());
            return barriers.lower(shared.node(rel), filter);
        }
        Extensions.refuseAll(filter.getCommon(), filter.getAdvancedExtension());
        return filtered(lower(filter.getInput(), outer), filter.getCondition(), outer);
    }

    /** Adds a condition to a block, nesting the block if it cannot take it. */
    Block filtered(Block input, Expression condition, @Nullable Scope outer) {
        Block block = input.isLimited() ? nest(input) : input;
        var scope = new Scope(block.columns(), outer);
        List<Value> conditions = expressions.conjuncts(condition, scope);
        boolean isMissedByQualify =
                block.hasWindows() && conditions.stream().noneMatch(value -> value.has(Value.Trait.WINDOW));
        boolean isSound = scope.isSound(Scope.Survival.COLUMNS_REMAIN) && !isMissedByQualify;
        if (isSound || conditions.isEmpty()) {
            return block.filtered(conditions);
        }
        Block nested = nest(block);
        return nested.filtered(expressions.conjuncts(condition, new Scope(nested.columns(), outer)));
    }

    private Block project(ProjectRel rel, @Nullable Scope outer) {
        Extensions.refuseAll(rel.getCommon(), rel.getAdvancedExtension());
        Block block = lower(rel.getInput(), outer);
        var scope = new Scope(block.columns(), outer);
        List<Value> values = expressions.lowerAll(rel.getExpressionsList(), scope);
        boolean isLate = scope.hasWindows() && (block.isLimited() || block.isQualified());
        if (isLate || scope.hasWindowOverWindow() || !scope.isSound(Scope.Survival.COLUMNS_END)) {
            block = nest(block);
            values = expressions.lowerAll(rel.getExpressionsList(), new Scope(block.columns(), outer));
        }
        List<Value> columns = new ArrayList<>(block.columns());
        columns.addAll(values);
        return block.withColumns(columns);
    }

    private Block sort(SortRel rel, @Nullable Scope outer) {
        Extensions.refuseAll(rel.getCommon(), rel.getAdvancedExtension());
        Block input = lower(rel.getInput(), outer);
        Block block = input.isLimited() ? nest(input) : input;
        var scope = new Scope(block.columns(), outer);
        List<String> keys = sortKeys(rel, scope);
        if (!scope.isSound(Scope.Survival.COLUMNS_REMAIN)) {
            block = nest(block);
            keys = sortKeys(rel, new Scope(block.columns(), outer));
        }
        return block.withOrder(keys);
    }

    private List<String> sortKeys(SortRel rel, Scope scope) {
        return rel.getSortsList().stream()
                .map(sort -> expressions.functions().sortKeys(List.of(sort), scope))
                .toList();
    }

    private Block fetch(FetchRel rel, @Nullable Scope outer) {
        Extensions.refuseAll(rel.getCommon(), rel.getAdvancedExtension());
        Block input = lower(rel.getInput(), outer);
        Block block = input.isLimited() ? nest(input) : input;
        return block.withLimit(count(rel), offset(rel));
    }

    @SuppressWarnings("deprecation") // what substrait-java writes
    private static long offset(FetchRel rel) {
        return rel.hasOffsetExpr() ? constant(rel.getOffsetExpr()) : rel.getOffset();
    }

    @SuppressWarnings("deprecation") // what substrait-java writes; it means no limit by -1
    private static OptionalLong count(FetchRel rel) {
        if (rel.hasCountExpr()) {
            return OptionalLong.of(constant(rel.getCountExpr()));
        }
        return rel.hasCount() && rel.getCount() >= 0 ? OptionalLong.of(rel.getCount()) : OptionalLong.empty();
    }

    private static long constant(Expression expression) {
        var literal = expression.getLiteral();
        return switch (literal.getLiteralTypeCase()) {
            case I32 -> literal.getI32();
            case I64 -> literal.getI64();
            default -> throw new LoweringException.Unsupported("a limit that is not a constant number");
        };
    }

    private record CommonTable(String name, List<Value> columns) {}
}
