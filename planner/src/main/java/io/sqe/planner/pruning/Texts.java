package io.sqe.planner.pruning;

import org.apache.calcite.rel.type.RelDataType;

/** Lengths of texts. */
final class Texts {

    private Texts() {}

    /** Whether a text stays whole in a type that may be bounded. */
    static boolean fit(String text, RelDataType type) {
        int limit = type.getPrecision();
        return limit == RelDataType.PRECISION_NOT_SPECIFIED || text.codePointCount(0, text.length()) <= limit;
    }

    /** Whether every text stays whole in a type. */
    static boolean isUnbounded(RelDataType type) {
        return type.getPrecision() == RelDataType.PRECISION_NOT_SPECIFIED || type.getPrecision() == Integer.MAX_VALUE;
    }
}
