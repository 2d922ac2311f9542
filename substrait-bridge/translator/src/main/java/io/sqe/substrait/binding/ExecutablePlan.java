package io.sqe.substrait.binding;

import com.google.protobuf.ByteString;
import io.substrait.proto.Plan;

/** A plan that reads nothing but listed files and rows. Only {@link ReadBinding} creates one: to hold it is the proof. */
public final class ExecutablePlan {
    private final Plan plan;
    private final ByteString bytes;

    ExecutablePlan(Plan plan) {
        this.plan = plan;
        this.bytes = plan.toByteString();
    }

    /** The plan as Substrait's own message. */
    public Plan message() {
        return plan;
    }

    /** The plan as it is sent to an executor. */
    public ByteString bytes() {
        return bytes;
    }

    public int sizeBytes() {
        return bytes.size();
    }
}
