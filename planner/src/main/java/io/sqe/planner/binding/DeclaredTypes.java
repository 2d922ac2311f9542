package io.sqe.planner.binding;

import io.sqe.planner.function.FunctionOperators;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.runtime.CalciteException;
import org.apache.calcite.sql.SqlDataTypeSpec;

/** Types as CREATE TABLE spells them. */
final class DeclaredTypes {

    private DeclaredTypes() {}

    static RelDataType of(SqlDataTypeSpec declared) {
        var validator = new SqeValidator(FunctionOperators.standard().table(), new StatementCatalog());
        try {
            return declared.deriveType(validator, true);
        } catch (CalciteException unknown) {
            throw new PlannerException.TypeMismatch(
                    "There is no type %s. Choose another, such as varchar, bigint or timestamp(6)."
                            .formatted(declared.getTypeName()),
                    TextSpan.of(declared));
        }
    }
}
