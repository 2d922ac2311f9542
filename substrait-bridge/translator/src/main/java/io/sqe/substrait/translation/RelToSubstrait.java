package io.sqe.substrait.translation;

import io.sqe.planner.securing.RowFilter;
import io.substrait.proto.CrossRel;
import io.substrait.proto.FetchRel;
import io.substrait.proto.FilterRel;
import io.substrait.proto.JoinRel;
import io.substrait.proto.ProjectRel;
import io.substrait.proto.Rel;
import io.substrait.proto.RelCommon;
import io.substrait.proto.SetRel;
import io.substrait.proto.SortRel;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Intersect;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Minus;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.RepeatUnion;
import org.apache.calcite.rel.core.Sample;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.core.Uncollect;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rex.RexNode;

/** Translates relations. What it does not know it refuses. */
final class RelToSubstrait {
    private final Translation translation;
    private final ReadToSubstrait reads;
    private final AggregateToSubstrait aggregates;
    private final ExtensionToSubstrait extensions;
    private final IdentityHashMap<RelNode, Rel> translated = new IdentityHashMap<>();

    RelToSubstrait(Translation translation) {
        this.translation = translation;
        extensions = new ExtensionToSubstrait(translation);
        reads = new ReadToSubstrait(translation, extensions);
        aggregates = new AggregateToSubstrait(translation);
    }

    /** The relation; one that is part of the plan twice is translated once, unless it sees rows around it. */
    Rel translate(RelNode node) {
        Rel known = translated.get(node);
        if (known != null) {
            return known;
        }
        long outerReferences = translation.scopes().references();
        Rel rel = build(node);
        if (translation.scopes().references() == outerReferences) {
            translated.put(node, rel);
        }
        return rel;
    }

    /** Calcite's relations are an open hierarchy, so here, and only here, there is a default. */
    private Rel build(RelNode node) {
        return switch (node) {
            case TableScan scan -> reads.translate(scan);
            case Values values -> reads.translate(values);
            case Filter filter -> filter(filter);
            case Project project -> project(project);
            case Join join -> join(join);
            case Aggregate aggregate -> aggregates.translate(aggregate);
            case Sort sort -> sort(sort);
            case SetOp operation -> setOperation(operation);
            case Correlate correlate -> extensions.translate(correlate);
            case Uncollect uncollect -> extensions.translate(uncollect);
            case RepeatUnion union -> extensions.translate(union);
            case Sample sample -> extensions.translate(sample);
            default -> throw new TranslationException.Unsupported("the relation " + node.getRelTypeName());
        };
    }

    private Rel filter(Filter filter) {
        translation.scopes().define(filter.getVariablesSet());
        FilterRel.Builder out = FilterRel.newBuilder()
                .setInput(translate(filter.getInput()))
                .setCondition(translation.expression(filter.getCondition()));
        if (filter instanceof RowFilter) {
            out.setCommon(Extensions.SECURITY_BARRIER);
        }
        return Rel.newBuilder().setFilter(out).build();
    }

    private Rel project(Project project) {
        Rel input = translate(project.getInput());
        translation.scopes().define(project.getVariablesSet());
        ProjectRel.Builder out = ProjectRel.newBuilder().setInput(input);
        for (RexNode expression : project.getProjects()) {
            out.addExpressions(translation.expression(expression));
        }
        int before = project.getInput().getRowType().getFieldCount();
        RelCommon.Emit.Builder emit = RelCommon.Emit.newBuilder();
        for (int i = 0; i < project.getProjects().size(); i++) {
            emit.addOutputMapping(before + i);
        }
        return Rel.newBuilder()
                .setProject(out.setCommon(RelCommon.newBuilder().setEmit(emit)))
                .build();
    }

    private Rel join(Join join) {
        Rel left = translate(join.getLeft());
        Rel right = translate(join.getRight());
        if (join.getJoinType() == JoinRelType.INNER && join.getCondition().isAlwaysTrue()) {
            return Rel.newBuilder()
                    .setCross(CrossRel.newBuilder().setLeft(left).setRight(right))
                    .build();
        }
        translation.scopes().define(join.getVariablesSet());
        return Rel.newBuilder()
                .setJoin(JoinRel.newBuilder()
                        .setLeft(left)
                        .setRight(right)
                        .setType(joinType(join.getJoinType()))
                        .setExpression(translation.expression(join.getCondition())))
                .build();
    }

    private static JoinRel.JoinType joinType(JoinRelType type) {
        return switch (type) {
            case INNER -> JoinRel.JoinType.JOIN_TYPE_INNER;
            case LEFT -> JoinRel.JoinType.JOIN_TYPE_LEFT;
            case RIGHT -> JoinRel.JoinType.JOIN_TYPE_RIGHT;
            case FULL -> JoinRel.JoinType.JOIN_TYPE_OUTER;
            case SEMI -> JoinRel.JoinType.JOIN_TYPE_LEFT_SEMI;
            case ANTI -> JoinRel.JoinType.JOIN_TYPE_LEFT_ANTI;
            case ASOF, LEFT_ASOF -> throw new TranslationException.Unsupported("ASOF JOIN");
        };
    }

    private Rel sort(Sort sort) {
        Rel input = translate(sort.getInput());
        Rel sorted = sort.getCollation().getFieldCollations().isEmpty()
                ? input
                : Rel.newBuilder()
                        .setSort(SortRel.newBuilder().setInput(input).addAllSorts(SortFields.of(sort.getCollation())))
                        .build();
        if (sort.offset == null && sort.fetch == null) {
            return sorted;
        }
        FetchRel.Builder out = FetchRel.newBuilder().setInput(sorted);
        if (sort.offset != null) {
            out.setOffsetExpr(translation.rowCount(sort.offset));
        }
        if (sort.fetch != null) {
            out.setCountExpr(translation.rowCount(sort.fetch));
        }
        return Rel.newBuilder().setFetch(out).build();
    }

    private Rel setOperation(SetOp operation) {
        List<Rel> inputs = operation.getInputs().stream().map(this::translate).toList();
        if (inputs.size() == 1 && operation.all) {
            return inputs.getFirst();
        }
        return Rel.newBuilder()
                .setSet(SetRel.newBuilder().addAllInputs(inputs).setOp(operator(operation)))
                .build();
    }

    private static SetRel.SetOp operator(SetOp operation) {
        return switch (operation) {
            case Union union -> union.all ? SetRel.SetOp.SET_OP_UNION_ALL : SetRel.SetOp.SET_OP_UNION_DISTINCT;
            case Intersect intersect ->
                intersect.all
                        ? SetRel.SetOp.SET_OP_INTERSECTION_MULTISET_ALL
                        : SetRel.SetOp.SET_OP_INTERSECTION_MULTISET;
            case Minus minus -> minus.all ? SetRel.SetOp.SET_OP_MINUS_PRIMARY_ALL : SetRel.SetOp.SET_OP_MINUS_PRIMARY;
            default -> throw new TranslationException.Unsupported("the set operation " + operation.getRelTypeName());
        };
    }
}
