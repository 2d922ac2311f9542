package io.sqe.substrait.translation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import io.sqe.fragment.v1.FragmentProto;
import io.substrait.proto.Plan;

/** Plans as JSON, for people. */
public final class SubstraitJson {
    private static final JsonFormat.Printer PRINTER = JsonFormat.printer()
            .usingTypeRegistry(TypeRegistry.newBuilder()
                    .add(FragmentProto.getDescriptor().getMessageTypes())
                    .build());

    private SubstraitJson() {}

    /** The serialised {@code substrait.Plan} as JSON over several lines, SQE's extension messages included. */
    public static String of(ByteString plan) {
        try {
            return PRINTER.print(Plan.parseFrom(plan));
        } catch (InvalidProtocolBufferException notAPlan) {
            throw new IllegalArgumentException("These bytes are no plan of ours", notAPlan);
        }
    }
}
