package io.sqe.executor.lowering;

import io.substrait.proto.Expression.WindowFunction;
import io.substrait.proto.Expression.WindowFunction.Bound;
import io.substrait.proto.Expression.WindowFunction.BoundsType;
import java.util.Optional;
import java.util.Set;

/** Writes the frames of window functions. */
final class WindowFrames {
    /** Functions that look at the whole partition whatever the frame is. */
    private static final Set<String> WITHOUT_FRAME =
            Set.of("row_number", "rank", "dense_rank", "percent_rank", "cume_dist", "ntile", "lead", "lag");

    private WindowFrames() {}

    static Optional<String> of(WindowFunction call, String functionName) {
        if (WITHOUT_FRAME.contains(functionName)) {
            return Optional.empty();
        }
        String lower = bound(call.getLowerBound(), "UNBOUNDED PRECEDING");
        String upper = bound(call.getUpperBound(), "UNBOUNDED FOLLOWING");
        String exclude = FunctionOptions.find(call.getOptionsList(), FunctionOptions.EXCLUDE);
        boolean isWhole = lower.equals("UNBOUNDED PRECEDING") && upper.equals("UNBOUNDED FOLLOWING");
        boolean isDefault = isWhole && call.getSortsCount() == 0 && exclude.isEmpty();
        if (isDefault) {
            return Optional.empty();
        }
        return Optional.of(unit(call.getBoundsType()) + " BETWEEN " + lower + " AND " + upper + exclusion(exclude));
    }

    private static String unit(BoundsType type) {
        return switch (type) {
            case BOUNDS_TYPE_ROWS -> "ROWS";
            case BOUNDS_TYPE_RANGE -> "RANGE";
            case BOUNDS_TYPE_UNSPECIFIED, UNRECOGNIZED ->
                throw new LoweringException.Unsupported("a window frame without ROWS or RANGE");
        };
    }

    private static String bound(Bound bound, String unbounded) {
        return switch (bound.getKindCase()) {
            case PRECEDING -> bound.getPreceding().getOffset() + " PRECEDING";
            case FOLLOWING -> bound.getFollowing().getOffset() + " FOLLOWING";
            case CURRENT_ROW -> "CURRENT ROW";
            case UNBOUNDED, KIND_NOT_SET -> unbounded;
        };
    }

    private static String exclusion(String exclude) {
        return switch (exclude) {
            case "", "NO OTHERS" -> "";
            case "CURRENT ROW", "GROUP", "TIES" -> " EXCLUDE " + exclude;
            default -> throw new LoweringException.Unsupported("this exclusion from a window frame");
        };
    }
}
