package io.sqe.substrait.translation;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.sqe.fragment.v1.Correlate;
import io.sqe.fragment.v1.FileRead;
import io.sqe.fragment.v1.IcebergRead;
import io.sqe.fragment.v1.RecursiveReference;
import io.sqe.fragment.v1.RecursiveUnion;
import io.sqe.fragment.v1.Sample;
import io.sqe.fragment.v1.SecurityBarrier;
import io.sqe.fragment.v1.TableRead;
import io.sqe.fragment.v1.Unnest;
import io.substrait.proto.Plan;

/** Prints plans as JSON, our own messages inside them included. */
public final class SubstraitJson {
    private static final JsonFormat.Printer PRINTER = JsonFormat.printer()
            .usingTypeRegistry(JsonFormat.TypeRegistry.newBuilder()
                    .add(TableRead.getDescriptor())
                    .add(IcebergRead.getDescriptor())
                    .add(FileRead.getDescriptor())
                    .add(SecurityBarrier.getDescriptor())
                    .add(Correlate.getDescriptor())
                    .add(Unnest.getDescriptor())
                    .add(RecursiveUnion.getDescriptor())
                    .add(RecursiveReference.getDescriptor())
                    .add(Sample.getDescriptor())
                    .build());

    private SubstraitJson() {}

    /** The plan in Protobuf's JSON mapping. It shows row filters, so it is for those who may see policies. */
    public static String print(Plan plan) {
        try {
            return PRINTER.print(plan);
        } catch (InvalidProtocolBufferException unknownMessage) {
            throw new IllegalStateException("The plan has a message that the printer does not know", unknownMessage);
        }
    }
}
