package io.sqe.executor.lowering;

import io.substrait.proto.FunctionOption;
import java.util.List;

/** Options of function calls: each is known here, or the plan is refused. */
final class FunctionOptions {
    /** Says what a window function does with nulls; its values are those of SQL. */
    static final String NULL_TREATMENT = "null_treatment";
    /** Says which rows around the current one a frame leaves out; its values are those of SQL. */
    static final String EXCLUDE = "exclude";

    private FunctionOptions() {}

    static void refuseUnknown(List<FunctionOption> options) {
        for (FunctionOption option : options) {
            if (!isDefault(option)) {
                throw new LoweringException.Unsupported("option " + option.getName() + " of a function");
            }
        }
    }

    /** Substrait's own options whose preference is what DuckDB does anyway. */
    private static boolean isDefault(FunctionOption option) {
        return option.getName().equals("overflow") && option.getPreferenceList().contains("ERROR");
    }

    static String nullTreatment(List<FunctionOption> options) {
        return switch (find(options, NULL_TREATMENT)) {
            case "", "RESPECT NULLS" -> "";
            case "IGNORE NULLS" -> " IGNORE NULLS";
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
