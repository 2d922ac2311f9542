package io.sqe.substrait.translation;

import io.substrait.proto.Plan;
import io.substrait.proto.SimpleExtensionDeclaration;
import io.substrait.proto.SimpleExtensionURN;
import java.util.LinkedHashMap;
import java.util.Map;

/** The functions that one plan uses, numbered in the order of their first use. */
final class FunctionReferences {
    private final Map<String, Integer> urns = new LinkedHashMap<>();
    private final Map<Variant, Integer> functions = new LinkedHashMap<>();

    /** A function of an extension for certain argument types, such as {@code add:i64_i64}. */
    record Variant(String urn, String key) {}

    int anchor(Variant variant) {
        Integer known = functions.get(variant);
        if (known != null) {
            return known;
        }
        urns.putIfAbsent(variant.urn(), urns.size() + 1);
        int anchor = functions.size() + 1;
        functions.put(variant, anchor);
        return anchor;
    }

    /** Says in the plan which function each number is. */
    void declareIn(Plan.Builder plan) {
        urns.forEach((urn, anchor) -> plan.addExtensionUrns(
                SimpleExtensionURN.newBuilder().setUrn(urn).setExtensionUrnAnchor(anchor)));
        functions.forEach((variant, anchor) -> plan.addExtensions(SimpleExtensionDeclaration.newBuilder()
                .setExtensionFunction(SimpleExtensionDeclaration.ExtensionFunction.newBuilder()
                        .setExtensionUrnReference(urns.getOrDefault(variant.urn(), 0))
                        .setFunctionAnchor(anchor)
                        .setName(variant.key()))));
    }
}
