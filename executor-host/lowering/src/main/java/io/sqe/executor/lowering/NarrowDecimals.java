package io.sqe.executor.lowering;

import io.substrait.proto.Type;
import java.util.List;
import java.util.Set;

/**
 * Keeps decimal arithmetic in 64 bits where the digits that the files hold prove that it fits.
 *
 * <p>By SQL's rules a product has the digits of both factors together, so that {@code DECIMAL(15, 2)} times itself needs 128
 * bits. The engine multiplies in 64 bits if both factors have 64, and raises an error rather than overflow. Where the product
 * may not fit, one factor is therefore widened first. Where it fits, what results has another type in the engine than in the
 * plan, though the same value: only functions that do not mind take it as it is, and everyone else the widened one.
 */
final class NarrowDecimals {
    /** Digits of every 64-bit integer. */
    private static final int DIGITS_OF_64_BITS = 18;

    private static final Set<String> ARITHMETIC = Set.of("add", "subtract", "multiply");

    /** They say the same of a value whatever its type. */
    private static final Set<String> TAKERS =
            Set.of("add", "subtract", "multiply", "sum", "equal", "not_equal", "lt", "lte", "gt", "gte");

    private NarrowDecimals() {}

    /** Whether a function may be given what the engine has a narrower type for. */
    static boolean areTakenBy(String function) {
        return TAKERS.contains(function);
    }

    /** The value in the plan's type, whatever type the engine has for it. */
    static Value widened(Value value) {
        return isNarrow(value) ? Casts.exact(value) : value;
    }

    /** The digits of a result that the engine may compute in 64 bits, or 0 if it must not. */
    static int digits(String function, List<Value> arguments, Type result) {
        boolean isArithmetic = ARITHMETIC.contains(function) && arguments.size() == 2 && result.hasDecimal();
        if (!isArithmetic || !arguments.stream().allMatch(NarrowDecimals::has64Bits)) {
            return 0;
        }
        Value left = arguments.getFirst();
        Value right = arguments.getLast();
        boolean isProduct = function.equals("multiply");
        int scale = isProduct ? scale(left) + scale(right) : Math.max(scale(left), scale(right));
        int digits = isProduct
                ? digits(left) + digits(right)
                : Math.max(digits(left) - scale(left), digits(right) - scale(right)) + scale + 1;
        boolean fits =
                digits <= DIGITS_OF_64_BITS && scale == result.getDecimal().getScale();
        return fits ? Math.max(digits, scale + 1) : 0;
    }

    /** The arguments such that the engine computes in 128 bits what 64 may not hold. */
    static List<Value> withRoom(String function, List<Value> arguments, Type result) {
        boolean isArithmetic = ARITHMETIC.contains(function) && arguments.size() == 2 && isWide(result);
        if (!isArithmetic || !arguments.stream().allMatch(NarrowDecimals::has64Bits)) {
            return arguments;
        }
        Value first = arguments.getFirst();
        Type wide = PlanTypes.decimal(DIGITS_OF_64_BITS + 1, scale(first));
        return List.of(Casts.exact(first.typed(wide)), arguments.getLast());
    }

    /** Whether a decimal type needs more than 64 bits. */
    static boolean isWide(Type type) {
        return type.hasDecimal() && type.getDecimal().getPrecision() > DIGITS_OF_64_BITS;
    }

    private static boolean isNarrow(Value value) {
        return value.digits() > 0 && !value.isColumn() && isWide(value.type());
    }

    private static boolean has64Bits(Value value) {
        return value.type().hasDecimal() && (isNarrow(value) || !isWide(value.type()));
    }

    private static int digits(Value value) {
        return value.digits() > 0 ? value.digits() : precision(value);
    }

    private static int precision(Value value) {
        return value.type().getDecimal().getPrecision();
    }

    private static int scale(Value value) {
        return value.type().getDecimal().getScale();
    }
}
