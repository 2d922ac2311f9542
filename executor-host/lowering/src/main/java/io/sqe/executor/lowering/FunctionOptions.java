package io.sqe.executor.lowering;

import io.sqe.fragment.NullTreatment;
import io.substrait.proto.FunctionOption;
import java.util.List;
import java.util.Set;

/** Options of function calls: each is known here, or the plan is refused. */
final class FunctionOptions {
    /** Says that a frame counts groups of peers. */
    static final String FRAME_UNITS = "frame_units";
    /** Says which rows around the current one a frame leaves out. */
    static final String FRAME_EXCLUSION = "frame_exclusion";
    /** Distances of RANGE frames that are no whole numbers. */
    static final String FRAME_LOWER_OFFSET = "frame_lower_offset";

    static final String FRAME_UPPER_OFFSET = "frame_upper_offset";
    private static final Set<String> OF_WINDOWS =
            Set.of(NullTreatment.OPTION, FRAME_UNITS, FRAME_EXCLUSION, FRAME_LOWER_OFFSET, FRAME_UPPER_OFFSET);

    private FunctionOptions() {}

    static void refuseUnknown(List<FunctionOption> options) {
        for (FunctionOption option : options) {
            if (!isDefault(option)) {
                throw new LoweringException.Unsupported("option " + option.getName() + " of a function");
            }
        }
    }

    static void refuseUnknownOfWindow(List<FunctionOption> options) {
        for (FunctionOption option : options) {
            if (!OF_WINDOWS.contains(option.getName()) && !isDefault(option)) {
                throw new LoweringException.Unsupported("option " + option.getName() + " of a window function");
            }
        }
    }

    /** Substrait's own options whose preference is what DuckDB does anyway. */
    private static boolean isDefault(FunctionOption option) {
        return option.getName().equals("overflow") && option.getPreferenceList().contains("ERROR");
    }

    /** Whether an aggregate leaves nulls out; refuses every other option. */
    static boolean ignoresNulls(List<FunctionOption> options) {
        refuseUnknown(options.stream()
                .filter(option -> !option.getName().equals(NullTreatment.OPTION))
                .toList());
        return !nullTreatment(options).isEmpty();
    }

    static String nullTreatment(List<FunctionOption> options) {
        return switch (find(options, NullTreatment.OPTION)) {
            case "", NullTreatment.RESPECT -> "";
            case NullTreatment.IGNORE -> " IGNORE NULLS";
            default -> throw new LoweringException.Unsupported("this treatment of nulls by a window function");
        };
    }

    static String find(List<FunctionOption> options, String name) {
        for (FunctionOption option : options) {
            if (option.getName().equalsIgnoreCase(name) && option.getPreferenceCount() > 0) {
                return option.getPreference(0);
            }
        }
        return "";
    }
}
