package io.sqe.substrait.translation;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.sqe.fragment.v1.SecurityBarrier;
import io.substrait.proto.AdvancedExtension;
import io.substrait.proto.RelCommon;

/** Makes the parts of a plan that carry SQE's own messages. */
final class Extensions {
    static final RelCommon SECURITY_BARRIER = common(SecurityBarrier.getDefaultInstance());

    private Extensions() {}

    /** An enhancement: whoever does not know it must refuse the plan. */
    static RelCommon common(Message enhancement) {
        return RelCommon.newBuilder()
                .setAdvancedExtension(AdvancedExtension.newBuilder().setEnhancement(Any.pack(enhancement)))
                .build();
    }
}
