package io.sqe.substrait.translation;

import io.substrait.proto.Expression;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexUtil;

/** Translates searches, Calcite's compact form of comparisons of one value with many constants. */
final class SargToSubstrait {
    private final Translation translation;

    SargToSubstrait(Translation translation) {
        this.translation = translation;
    }

    Expression translate(RexCall search) {
        return translation.expression(RexUtil.expandSearch(translation.rexBuilder(), null, search));
    }
}
