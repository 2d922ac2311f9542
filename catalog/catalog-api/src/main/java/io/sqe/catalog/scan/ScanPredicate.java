package io.sqe.catalog.scan;

import io.sqe.catalog.Literal;
import java.util.List;

/** A condition on columns, named by field id, that can be settled from partition values and file statistics. */
public sealed interface ScanPredicate {

    /** Skips nothing. */
    record True() implements ScanPredicate {}

    /** Skips everything. */
    record False() implements ScanPredicate {}

    record And(ScanPredicate left, ScanPredicate right) implements ScanPredicate {}

    record Or(ScanPredicate left, ScanPredicate right) implements ScanPredicate {}

    record Not(ScanPredicate operand) implements ScanPredicate {}

    /** The literal's type is the column's. */
    record Compare(int fieldId, Comparison comparison, Literal literal) implements ScanPredicate {}

    record In(int fieldId, List<Literal> literals) implements ScanPredicate {
        public In {
            literals = List.copyOf(literals);
        }
    }

    record IsNull(int fieldId) implements ScanPredicate {}

    record StartsWith(int fieldId, String prefix) implements ScanPredicate {}

    /** A comparison of a column on the left with a literal on the right. */
    enum Comparison {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL
    }
}
