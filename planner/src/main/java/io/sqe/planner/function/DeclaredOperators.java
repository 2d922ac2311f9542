package io.sqe.planner.function;

import io.sqe.function.FunctionDeclaration;
import io.sqe.function.FunctionDeclaration.FunctionKind;
import io.sqe.function.FunctionDeclaration.Stability;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlOperator;

/** Makes the validator's operator for the declarations of one name. */
final class DeclaredOperators {
    private DeclaredOperators() {}

    static SqlOperator of(String name, List<FunctionDeclaration> declarations) {
        String upperCase = name.toUpperCase(Locale.ROOT);
        SignatureChecker signatures = new SignatureChecker(name, declarations);
        if (declarations.getFirst().kind() == FunctionKind.SCALAR) {
            boolean isRepeatable = declarations.stream().allMatch(f -> f.stability() != Stability.NEVER);
            return new DeclaredFunction(upperCase, signatures, isRepeatable);
        }
        return new DeclaredAggregate(upperCase, signatures);
    }
}
