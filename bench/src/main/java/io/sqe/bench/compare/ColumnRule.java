package io.sqe.bench.compare;

import io.sqe.bench.compare.Cell.Approximate;
import io.sqe.bench.compare.Cell.Exact;
import io.sqe.bench.compare.Cell.Items;
import java.util.stream.IntStream;
import org.apache.arrow.vector.types.pojo.ArrowType;

/** When two values of one column count as the same. NULL is the same as NULL and as nothing else. */
sealed interface ColumnRule {

    boolean same(Cell ours, Cell theirs);

    /** Values must be equal: whatever has no floating-point number on either side. */
    record Equality() implements ColumnRule {
        @Override
        public boolean same(Cell ours, Cell theirs) {
            return ours.equals(theirs);
        }
    }

    /**
     * Numbers may be a little apart, since a sum of floating-point numbers depends on the order of its terms.
     *
     * @param tolerance how far apart they may be whatever their size; a DECIMAL against a DOUBLE has been rounded to its scale
     */
    record Closeness(double tolerance) implements ColumnRule {
        private static final double RELATIVE = 1e-9;

        @Override
        public boolean same(Cell ours, Cell theirs) {
            if (ours instanceof Items(var ourItems) && theirs instanceof Items(var theirItems)) {
                return ourItems.size() == theirItems.size()
                        && IntStream.range(0, ourItems.size())
                                .allMatch(item -> same(ourItems.get(item), theirItems.get(item)));
            }
            if (isNumber(ours) && isNumber(theirs)) {
                return close(doubleOf(ours), doubleOf(theirs));
            }
            return ours.equals(theirs);
        }

        private boolean close(double ours, double theirs) {
            if (Double.compare(ours, theirs) == 0 || ours == theirs) {
                return true;
            }
            double allowed = Math.max(tolerance, RELATIVE * Math.max(Math.abs(ours), Math.abs(theirs)));
            return Double.isFinite(ours) && Double.isFinite(theirs) && Math.abs(ours - theirs) <= allowed;
        }

        private static boolean isNumber(Cell cell) {
            return cell instanceof Exact || cell instanceof Approximate;
        }

        private static double doubleOf(Cell cell) {
            return cell instanceof Exact(var value) ? value.doubleValue() : ((Approximate) cell).value();
        }
    }

    /** The rule for a column that has these types on the two sides. */
    static ColumnRule of(ArrowType ours, ArrowType theirs) {
        if (!mayHoldFloats(ours) && !mayHoldFloats(theirs)) {
            return new Equality();
        }
        return new Closeness(Math.max(unitInLastPlace(ours), unitInLastPlace(theirs)));
    }

    private static boolean mayHoldFloats(ArrowType type) {
        return type instanceof ArrowType.FloatingPoint || type.isComplex();
    }

    /** Of a DECIMAL with decimals; an integer is never the rounding of a DOUBLE. */
    private static double unitInLastPlace(ArrowType type) {
        if (type instanceof ArrowType.Decimal decimal && decimal.getScale() > 0) {
            return Math.pow(10, -decimal.getScale()) * (1 + 1e-6);
        }
        return 0;
    }
}
