package io.sqe.executor.lowering;

import io.sqe.fragment.v1.SecurityBarrier;
import io.sqe.fragment.v1.TableRead;
import io.substrait.proto.AdvancedExtension;
import io.substrait.proto.RelCommon;

/** Refuses what a plan says beyond Substrait and nobody here understands. Optimisations may be left alone, by definition. */
final class Extensions {

    private Extensions() {}

    static void refuseAll(RelCommon common, AdvancedExtension own) {
        refuse(common.getAdvancedExtension());
        refuse(own);
    }

    /** Of a read that is bound to files: which scan of which state of the table it was is known to whoever bound it. */
    static void refuseAllOfRead(RelCommon common, AdvancedExtension own) {
        if (!common.getAdvancedExtension().getEnhancement().is(TableRead.class)) {
            refuse(common.getAdvancedExtension());
        }
        refuse(own);
    }

    /** Whether a filter is a row filter that no other expression may get around. */
    static boolean isBarrier(RelCommon common) {
        return common.getAdvancedExtension().getEnhancement().is(SecurityBarrier.class);
    }

    private static void refuse(AdvancedExtension extension) {
        if (extension.hasEnhancement()) {
            throw new LoweringException.Unsupported(
                    "enhancement " + extension.getEnhancement().getTypeUrl());
        }
    }
}
