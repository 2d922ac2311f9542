package io.sqe.substrait.binding;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import io.sqe.catalog.scan.FileScan;
import io.sqe.catalog.scan.RowScan;
import io.sqe.catalog.scan.ScanPlan;
import io.sqe.fragment.v1.TableRead;
import io.sqe.substrait.translation.SubstraitPlan;
import io.substrait.proto.Plan;
import io.substrait.proto.PlanRel;
import io.substrait.proto.ReadRel;
import io.substrait.proto.Rel;
import io.substrait.proto.RelCommon;
import io.substrait.proto.RelRoot;
import java.util.Map;

/** Puts lists of files, or rows, in the place of tables. */
public final class ReadBinding {
    private final Map<Integer, ScanPlan> scans;

    private ReadBinding(Map<Integer, ScanPlan> scans) {
        this.scans = scans;
    }

    /**
     * The plan with every table replaced by its files or rows.
     *
     * @param scans what to read, by the number of the scan
     */
    public static ExecutablePlan bind(SubstraitPlan plan, Map<Integer, ScanPlan> scans) {
        ReadReplacement replacement = new ReadReplacement(new ReadBinding(scans)::bind);
        Plan.Builder bound = plan.message().toBuilder();
        for (int i = 0; i < bound.getRelationsCount(); i++) {
            RelRoot root = bound.getRelations(i).getRoot();
            Rel input = replacement.in(root.getInput());
            bound.setRelations(i, PlanRel.newBuilder().setRoot(root.toBuilder().setInput(input)));
        }
        return new ExecutablePlan(bound.build());
    }

    private ReadRel bind(ReadRel read) {
        if (!read.hasNamedTable()) {
            return read;
        }
        int number = number(read);
        ScanPlan scan = scans.get(number);
        if (scan == null) {
            throw new IllegalStateException("Scan " + number + " was not planned");
        }
        ReadRel.Builder bound = read.toBuilder().setCommon(withoutEnhancement(read.getCommon()));
        return switch (scan) {
            case FileScan files -> {
                var reads = new IcebergReads(number, files, read.getBaseSchema());
                yield bound.setExtensionTable(
                                ReadRel.ExtensionTable.newBuilder().setDetail(Any.pack(reads.message())))
                        .build();
            }
            case RowScan rows ->
                bound.setVirtualTable(new VirtualRows(rows, read.getBaseSchema()).message())
                        .build();
        };
    }

    private static RelCommon withoutEnhancement(RelCommon common) {
        return common.toBuilder().clearAdvancedExtension().build();
    }

    private static int number(ReadRel read) {
        try {
            return read.getCommon()
                    .getAdvancedExtension()
                    .getEnhancement()
                    .unpack(TableRead.class)
                    .getScan();
        } catch (InvalidProtocolBufferException malformed) {
            throw new IllegalStateException("A read of a table has no scan number", malformed);
        }
    }
}
