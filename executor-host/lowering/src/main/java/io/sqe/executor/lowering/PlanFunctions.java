package io.sqe.executor.lowering;

import io.sqe.function.FunctionCatalogue;
import io.sqe.function.FunctionDeclaration;
import io.sqe.function.FunctionDeclaration.Stability;
import io.sqe.function.SubstraitName;
import io.substrait.proto.Plan;
import io.substrait.proto.SimpleExtensionDeclaration.ExtensionFunction;
import io.substrait.proto.SimpleExtensionURN;
import java.util.HashMap;
import java.util.Map;

/** Finds out which function of the catalogue a plan's function reference means. */
final class PlanFunctions {
    private final Map<Integer, SubstraitName> names = new HashMap<>();
    private final FunctionCatalogue catalogue;

    PlanFunctions(Plan plan, FunctionCatalogue catalogue) {
        this.catalogue = catalogue;
        Map<Integer, String> urns = new HashMap<>();
        for (SimpleExtensionURN urn : plan.getExtensionUrnsList()) {
            urns.put(urn.getExtensionUrnAnchor(), urn.getUrn());
        }
        for (var extension : plan.getExtensionsList()) {
            if (extension.hasExtensionFunction()) {
                ExtensionFunction function = extension.getExtensionFunction();
                String urn = urns.getOrDefault(function.getExtensionUrnReference(), "");
                names.put(
                        function.getFunctionAnchor(), new SubstraitName(urn, withoutArgumentTypes(function.getName())));
            }
        }
    }

    SubstraitName name(int reference) {
        SubstraitName name = names.get(reference);
        if (name == null) {
            throw new LoweringException.Malformed("function reference " + reference + " is not declared");
        }
        return name;
    }

    FunctionDeclaration declaration(int reference) {
        SubstraitName name = name(reference);
        return catalogue.find(name).orElseThrow(() -> new LoweringException.UnknownFunction(name.urn(), name.name()));
    }

    /** Unknown functions are refused when they are written. */
    Stability stability(int reference) {
        return catalogue
                .find(name(reference))
                .map(FunctionDeclaration::stability)
                .orElse(Stability.NEVER);
    }

    private static String withoutArgumentTypes(String compoundName) {
        int colon = compoundName.indexOf(':');
        return colon < 0 ? compoundName : compoundName.substring(0, colon);
    }
}
