package io.sqe.substrait.translation;

import com.google.protobuf.Any;
import io.sqe.catalog.Column;
import io.sqe.fragment.v1.FileRead;
import io.sqe.fragment.v1.TableRead;
import io.sqe.planner.binding.BoundFiles;
import io.sqe.planner.binding.BoundTable;
import io.sqe.planner.binding.FileSource;
import io.substrait.proto.Expression;
import io.substrait.proto.ReadRel;
import io.substrait.proto.Rel;
import java.util.List;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.schema.TransientTable;

/** Translates what a plan starts from: tables, files, constant rows, and the rows of a recursion's last step. */
final class ReadToSubstrait {
    private final Translation translation;
    private final ExtensionToSubstrait extensions;

    ReadToSubstrait(Translation translation, ExtensionToSubstrait extensions) {
        this.translation = translation;
        this.extensions = extensions;
    }

    Rel translate(TableScan scan) {
        RelOptTable table = scan.getTable();
        BoundTable bound = table.unwrap(BoundTable.class);
        if (bound != null) {
            return of(table(scan, bound));
        }
        BoundFiles files = table.unwrap(BoundFiles.class);
        if (files != null) {
            return of(files(scan, files));
        }
        TransientTable rows = table.unwrap(TransientTable.class);
        if (rows != null) {
            return of(extensions.reference(scan, rows));
        }
        throw new TranslationException.Unsupported("a scan of " + table.getQualifiedName());
    }

    private static Rel of(ReadRel.Builder read) {
        return Rel.newBuilder().setRead(read).build();
    }

    private ReadRel.Builder table(TableScan scan, BoundTable bound) {
        ReadRel.NamedTable.Builder name = ReadRel.NamedTable.newBuilder()
                .addNames(bound.name().catalog())
                .addAllNames(bound.name().namespace().levels())
                .addNames(bound.name().table());
        return ReadRel.newBuilder()
                .setCommon(Extensions.common(
                        TableRead.newBuilder().setScan(bound.scan()).build()))
                .setBaseSchema(translation.types().namedStruct(scan.getRowType()))
                .setNamedTable(name);
    }

    private ReadRel.Builder files(TableScan scan, BoundFiles bound) {
        FileSource source = bound.source();
        FileRead detail = FileRead.newBuilder()
                .addAllLocations(source.locations())
                .setFormat(
                        switch (source.format()) {
                            case PARQUET -> FileRead.Format.PARQUET;
                            case CSV -> FileRead.Format.CSV;
                            case JSON -> FileRead.Format.JSON;
                            case ARROW -> FileRead.Format.ARROW;
                        })
                .addAllColumns(bound.columns().stream().map(Column::name).toList())
                .putAllOptions(source.options())
                .build();
        return ReadRel.newBuilder()
                .setBaseSchema(translation.types().namedStruct(scan.getRowType()))
                .setExtensionTable(ReadRel.ExtensionTable.newBuilder().setDetail(Any.pack(detail)));
    }

    Rel translate(Values values) {
        RelDataType row = values.getRowType();
        ReadRel.VirtualTable.Builder table = ReadRel.VirtualTable.newBuilder();
        for (List<RexLiteral> tuple : values.getTuples()) {
            Expression.Nested.Struct.Builder fields = Expression.Nested.Struct.newBuilder();
            for (int i = 0; i < tuple.size(); i++) {
                RelDataType type = row.getFieldList().get(i).getType();
                fields.addFields(translation.literals().translate(tuple.get(i).getValueAs(Comparable.class), type));
            }
            table.addExpressions(fields);
        }
        return of(ReadRel.newBuilder()
                .setBaseSchema(translation.types().namedStruct(row))
                .setVirtualTable(table));
    }
}
