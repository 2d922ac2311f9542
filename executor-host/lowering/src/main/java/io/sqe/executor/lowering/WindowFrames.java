package io.sqe.executor.lowering;

import io.substrait.proto.Expression.WindowFunction;
import io.substrait.proto.Expression.WindowFunction.Bound;
import io.substrait.proto.Expression.WindowFunction.BoundsType;
import io.substrait.proto.FunctionOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes the frames of window functions. */
final class WindowFrames {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    /** Functions that look at the whole partition whatever the frame is. */
    private static final Set<String> WITHOUT_FRAME =
            Set.of("row_number", "rank", "dense_rank", "percent_rank", "cume_dist", "ntile", "lead", "lag");

    private WindowFrames() {}

    static Optional<String> of(WindowFunction call, String functionName) {
        if (WITHOUT_FRAME.contains(functionName)) {
            return Optional.empty();
        }
        List<FunctionOption> options = call.getOptionsList();
        String lowerOffset = FunctionOptions.find(options, FunctionOptions.FRAME_LOWER_OFFSET);
        String upperOffset = FunctionOptions.find(options, FunctionOptions.FRAME_UPPER_OFFSET);
        String lower = bound(call.getLowerBound(), lowerOffset, "UNBOUNDED PRECEDING");
        String upper = bound(call.getUpperBound(), upperOffset, "UNBOUNDED FOLLOWING");
        String exclusion = exclusion(FunctionOptions.find(options, FunctionOptions.FRAME_EXCLUSION));
        boolean isWhole = lower.equals("UNBOUNDED PRECEDING") && upper.equals("UNBOUNDED FOLLOWING");
        if (isWhole && call.getSortsCount() == 0 && exclusion.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(unit(call) + " BETWEEN " + lower + " AND " + upper + exclusion);
    }

    private static String unit(WindowFunction call) {
        String unit = FunctionOptions.find(call.getOptionsList(), FunctionOptions.FRAME_UNITS);
        if (unit.equals("GROUPS")) {
            return unit;
        }
        if (!unit.isEmpty()) {
            throw new LoweringException.Unsupported("a window frame in units of this kind");
        }
        BoundsType type = call.getBoundsType();
        return switch (type) {
            case BOUNDS_TYPE_ROWS -> "ROWS";
            case BOUNDS_TYPE_RANGE -> "RANGE";
            case BOUNDS_TYPE_UNSPECIFIED, UNRECOGNIZED ->
                throw new LoweringException.Unsupported("a window frame without ROWS or RANGE");
        };
    }

    private static String bound(Bound bound, String offset, String unbounded) {
        return switch (bound.getKindCase()) {
            case PRECEDING -> distance(offset, bound.getPreceding().getOffset()) + " PRECEDING";
            case FOLLOWING -> distance(offset, bound.getFollowing().getOffset()) + " FOLLOWING";
            case CURRENT_ROW -> "CURRENT ROW";
            case UNBOUNDED, KIND_NOT_SET -> unbounded;
        };
    }

    /** What the option says in place of the bound's whole number. */
    private static String distance(String offset, long number) {
        if (offset.isEmpty()) {
            return Long.toString(number);
        }
        int colon = offset.indexOf(':');
        String value = offset.substring(colon + 1);
        if (!NUMBER.matcher(value).matches()) {
            throw new LoweringException.Malformed("a window frame's distance is not a number");
        }
        return switch (offset.substring(0, Math.max(0, colon))) {
            case "months" -> "INTERVAL '" + value + " months'";
            case "microseconds" -> "INTERVAL '" + value + " microseconds'";
            case "number" -> value;
            default -> throw new LoweringException.Unsupported("a window frame with this kind of distance");
        };
    }

    private static String exclusion(String exclusion) {
        return switch (exclusion) {
            case "" -> "";
            case "CURRENT_ROW" -> " EXCLUDE CURRENT ROW";
            case "GROUP", "TIES" -> " EXCLUDE " + exclusion;
            default -> throw new LoweringException.Unsupported("this exclusion from a window frame");
        };
    }
}
