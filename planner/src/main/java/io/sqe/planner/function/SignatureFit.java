package io.sqe.planner.function;

import io.sqe.function.Signature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;

/**
 * That arguments fit a signature.
 *
 * @param cost how much they must be converted for it; 0 if not at all
 * @param variables what the signature's type variables stand for
 */
record SignatureFit(Signature signature, List<RelDataType> arguments, int cost, Map<String, RelDataType> variables) {

    static Optional<SignatureFit> of(Signature signature, List<RelDataType> arguments, RelDataTypeFactory types) {
        if (!takes(signature, arguments.size())) {
            return Optional.empty();
        }
        Map<String, List<RelDataType>> bound = new HashMap<>();
        int cost = 0;
        for (int i = 0; i < arguments.size(); i++) {
            int conversion = Conversion.cost(pattern(signature, i), arguments.get(i), bound);
            if (conversion < 0) {
                return Optional.empty();
            }
            cost += conversion;
        }
        int total = cost;
        return unify(bound, types).map(variables -> new SignatureFit(signature, arguments, total, variables));
    }

    private static boolean takes(Signature signature, int count) {
        int declared = signature.arguments().size();
        return signature.variadic() ? count >= declared - 1 : count == declared;
    }

    private static TypePattern pattern(Signature signature, int argument) {
        List<String> declared = signature.arguments();
        return TypePattern.of(declared.get(Math.min(argument, declared.size() - 1)));
    }

    private static Optional<Map<String, RelDataType>> unify(
            Map<String, List<RelDataType>> bound, RelDataTypeFactory types) {
        Map<String, RelDataType> unified = new HashMap<>();
        for (Map.Entry<String, List<RelDataType>> variable : bound.entrySet()) {
            RelDataType common = types.leastRestrictive(variable.getValue());
            if (common == null) {
                return Optional.empty();
            }
            unified.put(variable.getKey(), common);
        }
        return Optional.of(unified);
    }

    /** The types that the arguments are to be converted to, where they do not have them yet. */
    List<RelDataType> argumentTypes(RelDataTypeFactory types) {
        boolean isCommon = signature.result().equals("common");
        RelDataType common = isCommon ? types.leastRestrictive(arguments) : null;
        List<RelDataType> wanted = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            RelDataType given = arguments.get(i);
            wanted.add(common != null ? common : Conversion.target(pattern(signature, i), given, types));
        }
        return wanted;
    }

    /** What the signature wants of its arguments, whatever they are; NULL where it leaves that open. */
    List<RelDataType> wantedTypes(RelDataTypeFactory types) {
        boolean isCommon = signature.result().equals("common");
        RelDataType common = isCommon ? types.leastRestrictive(arguments) : null;
        List<RelDataType> wanted = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            TypePattern pattern = pattern(signature, i);
            RelDataType open = common != null ? common : variables.getOrDefault(pattern.name(), arguments.get(i));
            wanted.add(Conversion.typeOf(pattern, open, types));
        }
        return wanted;
    }

    /** The type of the call's result, which may be null. */
    RelDataType result(RelDataTypeFactory types) {
        RelDataType type = new ResultType(this, types).of(TypePattern.of(signature.result()));
        return types.createTypeWithNullability(type, true);
    }

    RelDataType common(RelDataTypeFactory types) {
        return Objects.requireNonNull(types.leastRestrictive(arguments), "Arguments have no common type");
    }
}
