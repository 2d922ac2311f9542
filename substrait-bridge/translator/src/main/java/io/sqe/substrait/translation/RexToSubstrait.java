package io.sqe.substrait.translation;

import io.substrait.proto.Expression;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLambda;
import org.apache.calcite.rex.RexLambdaRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexLocalRef;
import org.apache.calcite.rex.RexNodeAndFieldIndex;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexPatternFieldRef;
import org.apache.calcite.rex.RexRangeRef;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexTableInputRef;
import org.apache.calcite.rex.RexVisitor;

/** Translates expressions. What it does not know it refuses. */
final class RexToSubstrait implements RexVisitor<Expression> {
    private final Translation translation;
    private final CallToSubstrait calls;
    private final SubqueryToSubstrait subqueries;

    RexToSubstrait(Translation translation) {
        this.translation = translation;
        calls = new CallToSubstrait(translation);
        subqueries = new SubqueryToSubstrait(translation);
    }

    @Override
    public Expression visitInputRef(RexInputRef reference) {
        return References.column(reference.getIndex());
    }

    @Override
    public Expression visitLiteral(RexLiteral literal) {
        return translation.literals().translate(literal);
    }

    @Override
    public Expression visitCall(RexCall call) {
        return calls.translate(call);
    }

    @Override
    public Expression visitOver(RexOver over) {
        return translation.windows().translate(over);
    }

    @Override
    public Expression visitSubQuery(RexSubQuery subquery) {
        return subqueries.translate(subquery);
    }

    @Override
    public Expression visitFieldAccess(RexFieldAccess access) {
        int field = access.getField().getIndex();
        if (access.getReferenceExpr() instanceof RexCorrelVariable row) {
            return References.outer(field, translation.scopes().stepsOut(row.id));
        }
        return References.field(access.getReferenceExpr().accept(this), field);
    }

    @Override
    public Expression visitCorrelVariable(RexCorrelVariable variable) {
        throw new TranslationException.Unsupported("a whole outer row as a value");
    }

    @Override
    public Expression visitDynamicParam(RexDynamicParam parameter) {
        throw new TranslationException.Unsupported("a parameter without a value");
    }

    @Override
    public Expression visitRangeRef(RexRangeRef reference) {
        throw new TranslationException.Unsupported("a range of columns as a value");
    }

    @Override
    public Expression visitLocalRef(RexLocalRef reference) {
        throw new TranslationException.Unsupported("a program with local references");
    }

    @Override
    public Expression visitTableInputRef(RexTableInputRef reference) {
        throw new TranslationException.Unsupported("a reference to a table's column outside of its scan");
    }

    @Override
    public Expression visitPatternFieldRef(RexPatternFieldRef reference) {
        throw new TranslationException.Unsupported("MATCH_RECOGNIZE");
    }

    @Override
    public Expression visitLambda(RexLambda lambda) {
        throw new TranslationException.Unsupported("a lambda expression");
    }

    @Override
    public Expression visitLambdaRef(RexLambdaRef reference) {
        throw new TranslationException.Unsupported("a lambda expression");
    }

    @Override
    public Expression visitNodeAndFieldIndex(RexNodeAndFieldIndex reference) {
        throw new TranslationException.Unsupported("a reference into a node");
    }
}
