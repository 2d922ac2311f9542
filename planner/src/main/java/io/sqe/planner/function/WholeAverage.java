package io.sqe.planner.function;

import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlAvgAggFunction;

/**
 * AVG as it was written. Calcite's own would become a quotient of SUM and COUNT over windows, which rounds otherwise, and fails on
 * an empty frame.
 */
final class WholeAverage extends SqlAvgAggFunction {
    static final WholeAverage INSTANCE = new WholeAverage();

    private WholeAverage() {
        super(SqlKind.AVG);
    }
}
