package io.sqe.planner.function;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.apache.calcite.util.Optionality;

/** An aggregate function of the catalogue, as the validator knows it: it may be ordered, filtered, distinct and windowed. */
final class DeclaredAggregate extends SqlAggFunction {

    DeclaredAggregate(String name, SignatureChecker signatures) {
        super(
                name,
                null,
                kind(name),
                signatures::resultType,
                new SignatureInference(signatures),
                signatures,
                SqlFunctionCategory.USER_DEFINED_FUNCTION,
                false,
                false,
                Optionality.OPTIONAL);
    }

    /** The converter knows by its kind whether an aggregate may be ordered inside its parentheses. */
    private static SqlKind kind(String name) {
        return switch (name) {
            case "STRING_AGG" -> SqlKind.STRING_AGG;
            case "ARRAY_AGG" -> SqlKind.ARRAY_AGG;
            case "LISTAGG" -> SqlKind.LISTAGG;
            default -> SqlKind.OTHER_FUNCTION;
        };
    }

    /** The ordering inside the parentheses is no argument. */
    @Override
    public RelDataType deriveType(SqlValidator validator, SqlValidatorScope scope, SqlCall call) {
        SqlCall unordered = ReturnTypes.stripOrderBy(call);
        RelDataType type = super.deriveType(validator, scope, unordered);
        validator.setValidatedNodeType(unordered, type);
        return type;
    }

    @Override
    public SqlSyntax getSyntax() {
        return SqlSyntax.ORDERED_FUNCTION;
    }

    @Override
    public boolean allowsNullTreatment() {
        return true;
    }

    @Override
    public Optionality getDistinctOptionality() {
        return Optionality.OPTIONAL;
    }
}
