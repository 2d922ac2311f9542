package io.sqe.substrait.translation;

import io.sqe.function.SubstraitExtension;
import io.sqe.function.SubstraitName;
import io.sqe.planner.function.ResolvedFunction;
import io.sqe.substrait.translation.FunctionReferences.Variant;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.type.RelDataType;

/**
 * Finds the variant of a function, for its argument types, that a plan refers to.
 *
 * <p>Made from the signature alone: Substrait's extension files, which are slow to load, are read only by the tests, which prove
 * that every variant named here is declared there.
 */
final class FunctionVariants {
    /** Substrait declares its own functions for each of these types, SQE its own for all of them at once. */
    private static final Set<String> OPEN_TYPES = Set.of("integral", "number");

    private FunctionVariants() {}

    static Variant find(ResolvedFunction function) {
        SubstraitName name = function.declaration().substrait();
        String key = SubstraitExtension.key(name, function.signature());
        if (name.isOwn() || function.signature().arguments().stream().noneMatch(OPEN_TYPES::contains)) {
            return new Variant(name.urn(), key);
        }
        return new Variant(name.urn(), name.name() + ":" + types(function));
    }

    private static String types(ResolvedFunction function) {
        List<String> declared = function.signature().arguments();
        List<RelDataType> actual = function.argumentTypes();
        StringBuilder types = new StringBuilder();
        for (int i = 0; i < declared.size(); i++) {
            boolean isOpen = OPEN_TYPES.contains(declared.get(i));
            types.append(i == 0 ? "" : "_")
                    .append(
                            isOpen
                                    ? TypeAbbreviation.of(actual.get(i))
                                    : SubstraitExtension.abbreviation(declared.get(i)));
        }
        return types.toString();
    }
}
