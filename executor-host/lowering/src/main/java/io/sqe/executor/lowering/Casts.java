package io.sqe.executor.lowering;

import io.sqe.executor.lowering.Value.Trait;
import io.substrait.proto.Expression.Cast.FailureBehavior;
import io.substrait.proto.Type;
import java.util.List;

/** Writes casts so that they mean what they mean in Trino. */
final class Casts {

    private Casts() {}

    static Value lower(Value input, Type target, FailureBehavior onFailure) {
        if (isText(input.type()) && isText(target)) {
            return shorten(input, target);
        }
        boolean returnsNull = onFailure == FailureBehavior.FAILURE_BEHAVIOR_RETURN_NULL;
        String source = sourceOf(input, target);
        String sql = (returnsNull ? "TRY_CAST(" : "CAST(") + source + " AS " + EngineTypes.nameOf(target) + ')';
        Value cast = Value.call(sql, target, List.of(input));
        Value marked = returnsNull || cannotFail(input.type(), target) ? cast : cast.with(Trait.MAY_FAIL);
        return isText(target) ? shorten(marked, target) : marked;
    }

    /** What the engine is to cast so that it means what the plan says. */
    private static String sourceOf(Value input, Type target) {
        if (roundsHalfAway(input.type(), target)) {
            return "round(" + input.sql() + ')';
        }
        return isText(input.type()) && isWhole(target) ? wholeNumber(input) : input.sql();
    }

    /** DuckDB takes '1.5', '1e3', '0x10' and '1_000' for whole numbers as well: a mark behind what is none makes it refuse them. */
    private static String wholeNumber(Value text) {
        return "regexp_replace(" + text.sql() + ", '[^0-9+\\s-].*', '\\0" + EngineSql.NO_NUMBER + "', 's')";
    }

    /** A cast that only tells the engine what the plan already knows. */
    static Value exact(Value input) {
        return new Value(
                "CAST(" + input.sql() + " AS " + EngineTypes.nameOf(input.type()) + ')',
                Value.Shape.CALL,
                input.traits(),
                input.type());
    }

    /** DuckDB keeps no length with a text: it is cut here. */
    private static Value shorten(Value input, Type target) {
        int length = lengthMax(target);
        boolean fits = length == Integer.MAX_VALUE || (isText(input.type()) && lengthMax(input.type()) <= length);
        if (fits) {
            return input.typed(target);
        }
        return Value.call("left(" + input.sql() + ", " + length + ')', target, List.of(input));
    }

    private static int lengthMax(Type type) {
        return switch (type.getKindCase()) {
            case VARCHAR -> lengthOrUnlimited(type.getVarchar().getLength());
            case FIXED_CHAR -> lengthOrUnlimited(type.getFixedChar().getLength());
            default -> Integer.MAX_VALUE;
        };
    }

    private static int lengthOrUnlimited(int length) {
        return length <= 0 ? Integer.MAX_VALUE : length;
    }

    private static boolean isText(Type type) {
        return type.hasString() || type.hasVarchar() || type.hasFixedChar();
    }

    private static boolean isWhole(Type type) {
        return rank(type) > 0 && rank(type) <= rank(PlanTypes.I64);
    }

    /** DuckDB rounds a floating point half to even. */
    private static boolean roundsHalfAway(Type from, Type to) {
        return (from.hasFp32() || from.hasFp64()) && isWhole(to);
    }

    private static boolean cannotFail(Type from, Type to) {
        boolean widens = rank(from) > 0 && rank(from) <= rank(to);
        return widens || isText(to) || from.equals(to);
    }

    /** Where a number stands among those that hold every value of a lower one. */
    private static int rank(Type type) {
        return switch (type.getKindCase()) {
            case I8 -> 1;
            case I16 -> 2;
            case I32 -> 3;
            case I64 -> 4;
            case FP32 -> 5;
            case FP64 -> 6;
            default -> 0;
        };
    }
}
