package io.sqe.planner.binding;

import io.sqe.policy.decision.SqlExpression;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What policy makes of one scan, its column names turned into positions among the stored columns. A scan of an old version is
 * restricted by what its columns are called now: renaming a column does not take its mask off.
 *
 * @param namesInPolicy what each stored column is called in the policy's expressions
 * @param masks expressions by the position of the column they stand in for
 * @param hidden positions of the columns that are as if they did not exist
 */
public record ScanRestriction(
        List<String> namesInPolicy,
        List<SqlExpression> rowFilters,
        Map<Integer, SqlExpression> masks,
        Set<Integer> hidden) {

    public ScanRestriction {
        namesInPolicy = List.copyOf(namesInPolicy);
        rowFilters = List.copyOf(rowFilters);
        masks = Map.copyOf(masks);
        hidden = Set.copyOf(hidden);
    }

    static ScanRestriction none(List<String> names) {
        return new ScanRestriction(names, List.of(), Map.of(), Set.of());
    }

    /** Whether every row and column is seen as stored. */
    public boolean isNone() {
        return rowFilters.isEmpty() && masks.isEmpty() && hidden.isEmpty();
    }
}
