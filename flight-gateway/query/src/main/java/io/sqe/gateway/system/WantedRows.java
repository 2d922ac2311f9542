package io.sqe.gateway.system;

import io.sqe.catalog.Literal;
import io.sqe.catalog.scan.ScanPredicate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells of a row of which some values are known whether a query can want it, so that what it cannot want is not looked up. */
record WantedRows(ScanPredicate predicate) {

    /** Whether a row with these values, by field id, and any others may be wanted. */
    boolean mayBe(Map<Integer, Optional<Literal>> known) {
        return holds(predicate, known) != Truth.NEVER;
    }

    private static Truth holds(ScanPredicate predicate, Map<Integer, Optional<Literal>> known) {
        return switch (predicate) {
            case ScanPredicate.True() -> Truth.ALWAYS;
            case ScanPredicate.False() -> Truth.NEVER;
            case ScanPredicate.And(var left, var right) -> both(holds(left, known), holds(right, known));
            case ScanPredicate.Or(var left, var right) -> either(holds(left, known), holds(right, known));
            // What does not hold may be null, of which the negation does not hold either.
            case ScanPredicate.Not(var operand) -> holds(operand, known) == Truth.ALWAYS ? Truth.NEVER : Truth.PERHAPS;
            case ScanPredicate.Compare(int field, var comparison, var literal) ->
                switch (comparison) {
                    case EQUAL -> of(known, field, literal::equals);
                    case NOT_EQUAL -> of(known, field, value -> !literal.equals(value));
                    // The engine's order of texts is not Java's.
                    case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> Truth.PERHAPS;
                };
            case ScanPredicate.In(int field, List<Literal> literals) ->
                of(known, field, value -> literals.contains(value));
            case ScanPredicate.IsNull(int field) -> isNull(known, field);
            case ScanPredicate.StartsWith(int field, var prefix) ->
                of(known, field, value -> value.value().toString().startsWith(prefix));
        };
    }

    private static Truth isNull(Map<Integer, Optional<Literal>> known, int field) {
        if (!known.containsKey(field)) {
            return Truth.PERHAPS;
        }
        return known.getOrDefault(field, Optional.empty()).isEmpty() ? Truth.ALWAYS : Truth.NEVER;
    }

    private static Truth of(Map<Integer, Optional<Literal>> known, int field, Predicate<Literal> condition) {
        if (!known.containsKey(field)) {
            return Truth.PERHAPS;
        }
        Optional<Literal> value = known.getOrDefault(field, Optional.empty());
        return value.filter(condition).isPresent() ? Truth.ALWAYS : Truth.NEVER;
    }

    private static Truth both(Truth left, Truth right) {
        if (left == Truth.NEVER || right == Truth.NEVER) {
            return Truth.NEVER;
        }
        return left == Truth.ALWAYS && right == Truth.ALWAYS ? Truth.ALWAYS : Truth.PERHAPS;
    }

    private static Truth either(Truth left, Truth right) {
        if (left == Truth.ALWAYS || right == Truth.ALWAYS) {
            return Truth.ALWAYS;
        }
        return left == Truth.NEVER && right == Truth.NEVER ? Truth.NEVER : Truth.PERHAPS;
    }

    private enum Truth {
        NEVER,
        PERHAPS,
        ALWAYS
    }
}
