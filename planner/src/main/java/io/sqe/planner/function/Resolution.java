package io.sqe.planner.function;

import io.sqe.function.FunctionDeclaration;
import io.sqe.function.Signature;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.jspecify.annotations.Nullable;

/** The declaration and signature that arguments fit with the least conversion; of equals the first. */
record Resolution(FunctionDeclaration declaration, SignatureFit fit) {

    static Optional<Resolution> of(
            List<FunctionDeclaration> declarations, List<RelDataType> arguments, RelDataTypeFactory types) {
        @Nullable Resolution best = null;
        for (FunctionDeclaration declaration : declarations) {
            for (Signature signature : declaration.signatures()) {
                Optional<SignatureFit> fit = SignatureFit.of(signature, arguments, types);
                if (fit.isPresent()
                        && (best == null || fit.get().cost() < best.fit().cost())) {
                    best = new Resolution(declaration, fit.get());
                }
            }
        }
        return Optional.ofNullable(best);
    }

    ResolvedFunction function(RelDataTypeFactory types) {
        return new ResolvedFunction(declaration, fit.signature(), fit.argumentTypes(types));
    }
}
