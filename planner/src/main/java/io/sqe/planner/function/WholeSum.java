package io.sqe.planner.function;

import org.apache.calcite.sql.fun.SqlSumAggFunction;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeTransforms;

/**
 * SUM as it was written. Calcite's own would become a CASE over a COUNT and a sum that begins at zero wherever it stands over a
 * window.
 */
final class WholeSum extends SqlSumAggFunction {
    static final WholeSum INSTANCE = new WholeSum();

    /** A frame may be empty, whatever the grouping. */
    private static final SqlReturnTypeInference RESULT = ReturnTypes.AGG_SUM.andThen(SqlTypeTransforms.FORCE_NULLABLE);

    private WholeSum() {
        super(null);
    }

    @Override
    public SqlReturnTypeInference getReturnTypeInference() {
        return RESULT;
    }
}
