package io.sqe.planner.function;

import io.sqe.function.FunctionDeclaration;
import io.sqe.function.Signature;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;

/**
 * What a call means.
 *
 * @param argumentTypes what the arguments are to be converted to where they have other types
 */
public record ResolvedFunction(FunctionDeclaration declaration, Signature signature, List<RelDataType> argumentTypes) {

    public ResolvedFunction {
        argumentTypes = List.copyOf(argumentTypes);
    }
}
