package io.sqe.planner.function;

import io.sqe.function.FunctionDeclaration;
import io.sqe.function.Signature;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlOperandCountRange;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.type.SqlOperandCountRanges;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;

/** Accepts the arguments that some signature of some declaration takes. */
record SignatureChecker(String name, List<FunctionDeclaration> declarations) implements SqlOperandTypeChecker {

    @Override
    public boolean checkOperandTypes(SqlCallBinding call, boolean throwOnFailure) {
        boolean fits = Resolution.of(declarations, call.collectOperandTypes(), call.getTypeFactory())
                .isPresent();
        if (!fits && throwOnFailure) {
            throw call.newValidationSignatureError();
        }
        return fits;
    }

    @Override
    public SqlOperandCountRange getOperandCountRange() {
        int min = signatures().mapToInt(SignatureChecker::fewest).min().orElse(0);
        boolean isOpen = signatures().anyMatch(Signature::variadic);
        int max = signatures().mapToInt(s -> s.arguments().size()).max().orElse(0);
        return isOpen ? SqlOperandCountRanges.from(min) : SqlOperandCountRanges.between(min, max);
    }

    /** The type of a call whose arguments were accepted. */
    RelDataType resultType(SqlOperatorBinding call) {
        RelDataTypeFactory types = call.getTypeFactory();
        return Resolution.of(declarations, call.collectOperandTypes(), types)
                .orElseThrow(() -> new IllegalStateException("Arguments were not checked: " + call.getOperator()))
                .fit()
                .result(types);
    }

    private Stream<Signature> signatures() {
        return declarations.stream().flatMap(function -> function.signatures().stream());
    }

    private static int fewest(Signature signature) {
        int declared = signature.arguments().size();
        return signature.variadic() ? declared - 1 : declared;
    }

    @Override
    public String getAllowedSignatures(SqlOperator operator, String operatorName) {
        return signatures()
                .map(signature -> name + "(" + String.join(", ", signature.arguments())
                        + (signature.variadic() ? ", …" : "") + ")")
                .collect(Collectors.joining("\n"));
    }
}
