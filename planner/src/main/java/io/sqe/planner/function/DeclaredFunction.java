package io.sqe.planner.function;

import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;

/**
 * A scalar function of the catalogue, as the validator knows it.
 *
 * <p>A class of its own, so that it is equal to no operator of Calcite's and gets none of the rewrites that those get.
 */
final class DeclaredFunction extends SqlFunction {
    private final boolean isRepeatable;

    DeclaredFunction(String name, SignatureChecker signatures, boolean isRepeatable) {
        super(
                name,
                SqlKind.OTHER_FUNCTION,
                signatures::resultType,
                new SignatureInference(signatures),
                signatures,
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
        this.isRepeatable = isRepeatable;
    }

    @Override
    public boolean isDeterministic() {
        return isRepeatable;
    }
}
