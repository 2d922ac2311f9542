package io.sqe.executor.process;

import com.google.protobuf.Any;
import io.sqe.executor.RunningFragment;
import io.sqe.fragment.Fragment;
import io.sqe.fragment.FragmentId;
import io.sqe.fragment.QueryId;
import io.sqe.fragment.v1.FileRead;
import io.substrait.proto.CrossRel;
import io.substrait.proto.Expression;
import io.substrait.proto.Expression.Literal;
import io.substrait.proto.NamedStruct;
import io.substrait.proto.Plan;
import io.substrait.proto.PlanRel;
import io.substrait.proto.ProjectRel;
import io.substrait.proto.ReadRel;
import io.substrait.proto.Rel;
import io.substrait.proto.RelCommon;
import io.substrait.proto.RelRoot;
import io.substrait.proto.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans written by hand, and their rows as text. */
final class Plans {
    static final Type I64 =
            Type.newBuilder().setI64(Type.I64.getDefaultInstance()).build();
    static final Type I32 =
            Type.newBuilder().setI32(Type.I32.getDefaultInstance()).build();
    static final Type STRING =
            Type.newBuilder().setString(Type.String.getDefaultInstance()).build();

    /** One row with the number one. */
    static final Fragment ONE = fragment(oneRow(), List.of("one"));

    private Plans() {}

    static Fragment fragment(Rel root, List<String> names) {
        Plan plan = Plan.newBuilder()
                .addRelations(PlanRel.newBuilder()
                        .setRoot(RelRoot.newBuilder().setInput(root).addAllNames(names)))
                .build();
        return new Fragment(new FragmentId(new QueryId("q"), 0), plan.toByteString(), new Fragment.Output.Stream());
    }

    static FileRead parquet(Path file) {
        return FileRead.newBuilder()
                .addLocations(file.toString())
                .setFormat(FileRead.Format.PARQUET)
                .build();
    }

    /** Every row of a file. */
    static Fragment scan(Path file, List<String> names, List<Type> types) {
        return fragment(read(file, names, types), names);
    }

    /** A hundred million rows and more: the numbers of a file with each other. */
    static Fragment endless(Path numbers) {
        Rel side = read(numbers, List.of("i"), List.of(I64));
        Rel cross = Rel.newBuilder()
                .setCross(CrossRel.newBuilder().setLeft(side).setRight(side))
                .build();
        return fragment(cross, List.of("a", "b"));
    }

    /** A text of a file as a number. */
    static Fragment castToNumber(Path file, String column) {
        var cast = Expression.newBuilder()
                .setCast(Expression.Cast.newBuilder()
                        .setInput(field(0))
                        .setType(I32)
                        .setFailureBehavior(Expression.Cast.FailureBehavior.FAILURE_BEHAVIOR_THROW_EXCEPTION))
                .build();
        var emit = RelCommon.newBuilder().setEmit(RelCommon.Emit.newBuilder().addOutputMapping(1));
        Rel project = Rel.newBuilder()
                .setProject(ProjectRel.newBuilder()
                        .setCommon(emit)
                        .setInput(read(file, List.of(column), List.of(STRING)))
                        .addExpressions(cast))
                .build();
        return fragment(project, List.of("number"));
    }

    static Rel read(Path file, List<String> names, List<Type> types) {
        NamedStruct schema = NamedStruct.newBuilder()
                .addAllNames(names)
                .setStruct(Type.Struct.newBuilder().addAllTypes(types))
                .build();
        return Rel.newBuilder()
                .setRead(ReadRel.newBuilder()
                        .setBaseSchema(schema)
                        .setExtensionTable(ReadRel.ExtensionTable.newBuilder().setDetail(Any.pack(parquet(file)))))
                .build();
    }

    private static Rel oneRow() {
        var one = Expression.newBuilder().setLiteral(Literal.newBuilder().setI32(1));
        NamedStruct schema = NamedStruct.newBuilder()
                .addNames("one")
                .setStruct(Type.Struct.newBuilder().addTypes(I32))
                .build();
        return Rel.newBuilder()
                .setRead(ReadRel.newBuilder()
                        .setBaseSchema(schema)
                        .setVirtualTable(ReadRel.VirtualTable.newBuilder()
                                .addExpressions(
                                        Expression.Nested.Struct.newBuilder().addFields(one))))
                .build();
    }

    private static Expression field(int index) {
        return Expression.newBuilder()
                .setSelection(Expression.FieldReference.newBuilder()
                        .setRootReference(Expression.FieldReference.RootReference.getDefaultInstance())
                        .setDirectReference(Expression.ReferenceSegment.newBuilder()
                                .setStructField(Expression.ReferenceSegment.StructField.newBuilder()
                                        .setField(index))))
                .build();
    }

    static List<String> drain(RunningFragment running) {
        List<String> rows = new ArrayList<>();
        while (running.rows().loadNext()) {
            var batch = running.rows().batch();
            for (int row = 0; row < batch.getRowCount(); row++) {
                List<String> cells = new ArrayList<>();
                for (var vector : batch.getFieldVectors()) {
                    cells.add(text(vector.getObject(row)));
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows;
    }

    private static String text(@Nullable Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }
}
