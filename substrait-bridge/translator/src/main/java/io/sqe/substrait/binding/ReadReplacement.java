package io.sqe.substrait.binding;

import io.substrait.proto.AggregateRel;
import io.substrait.proto.ExtensionMultiRel;
import io.substrait.proto.JoinRel;
import io.substrait.proto.ProjectRel;
import io.substrait.proto.ReadRel;
import io.substrait.proto.Rel;
import io.substrait.proto.SetRel;
import java.util.function.UnaryOperator;

/** Replaces the reads of a relation, those in subqueries included. Knows every relation that the translator makes, and no other. */
final class ReadReplacement {
    private final UnaryOperator<ReadRel> replacement;
    private final SubqueryReplacement expressions = new SubqueryReplacement(this::in);

    ReadReplacement(UnaryOperator<ReadRel> replacement) {
        this.replacement = replacement;
    }

    Rel in(Rel rel) {
        Rel.Builder out = Rel.newBuilder();
        switch (rel.getRelTypeCase()) {
            case READ -> out.setRead(replacement.apply(rel.getRead()));
            case FILTER ->
                out.setFilter(rel.getFilter().toBuilder()
                        .setInput(in(rel.getFilter().getInput()))
                        .setCondition(expressions.in(rel.getFilter().getCondition())));
            case PROJECT -> out.setProject(project(rel.getProject()));
            case JOIN -> out.setJoin(join(rel.getJoin()));
            case CROSS ->
                out.setCross(rel.getCross().toBuilder()
                        .setLeft(in(rel.getCross().getLeft()))
                        .setRight(in(rel.getCross().getRight())));
            case AGGREGATE -> out.setAggregate(aggregate(rel.getAggregate()));
            case SORT ->
                out.setSort(rel.getSort().toBuilder().setInput(in(rel.getSort().getInput())));
            case FETCH ->
                out.setFetch(
                        rel.getFetch().toBuilder().setInput(in(rel.getFetch().getInput())));
            case SET -> out.setSet(set(rel.getSet()));
            case EXTENSION_SINGLE ->
                out.setExtensionSingle(rel.getExtensionSingle().toBuilder()
                        .setInput(in(rel.getExtensionSingle().getInput())));
            case EXTENSION_MULTI -> out.setExtensionMulti(multi(rel.getExtensionMulti()));
            default -> throw new IllegalStateException("The translator makes no " + rel.getRelTypeCase());
        }
        return out.build();
    }

    private ProjectRel.Builder project(ProjectRel project) {
        ProjectRel.Builder out = project.toBuilder().setInput(in(project.getInput()));
        for (int i = 0; i < project.getExpressionsCount(); i++) {
            out.setExpressions(i, expressions.in(project.getExpressions(i)));
        }
        return out;
    }

    private JoinRel.Builder join(JoinRel join) {
        return join.toBuilder()
                .setLeft(in(join.getLeft()))
                .setRight(in(join.getRight()))
                .setExpression(expressions.in(join.getExpression()));
    }

    /** Arguments of measures are columns or constants: there is no subquery in them. */
    private AggregateRel.Builder aggregate(AggregateRel aggregate) {
        return aggregate.toBuilder().setInput(in(aggregate.getInput()));
    }

    private SetRel.Builder set(SetRel set) {
        SetRel.Builder out = set.toBuilder();
        for (int i = 0; i < set.getInputsCount(); i++) {
            out.setInputs(i, in(set.getInputs(i)));
        }
        return out;
    }

    private ExtensionMultiRel.Builder multi(ExtensionMultiRel multi) {
        ExtensionMultiRel.Builder out = multi.toBuilder();
        for (int i = 0; i < multi.getInputsCount(); i++) {
            out.setInputs(i, in(multi.getInputs(i)));
        }
        return out;
    }
}
