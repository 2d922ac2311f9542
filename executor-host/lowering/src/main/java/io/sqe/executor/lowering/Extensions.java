package io.sqe.executor.lowering;

import io.substrait.proto.AdvancedExtension;
import io.substrait.proto.RelCommon;

/** Refuses what a plan says beyond Substrait and nobody here understands. Optimisations may be left alone, by definition. */
final class Extensions {

    private Extensions() {}

    static void refuseAll(RelCommon common, AdvancedExtension own) {
        refuse(common.getAdvancedExtension());
        refuse(own);
    }

    private static void refuse(AdvancedExtension extension) {
        if (extension.hasEnhancement()) {
            throw new LoweringException.Unsupported(
                    "enhancement " + extension.getEnhancement().getTypeUrl());
        }
    }
}
