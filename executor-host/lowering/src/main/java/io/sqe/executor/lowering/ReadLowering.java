package io.sqe.executor.lowering;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import io.sqe.fragment.v1.FileRead;
import io.sqe.fragment.v1.IcebergRead;
import io.sqe.fragment.v1.RecursiveReference;
import io.substrait.proto.Expression;
import io.substrait.proto.NamedStruct;
import io.substrait.proto.ReadRel;
import io.substrait.proto.ReadRel.VirtualTable;
import io.substrait.proto.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes what a plan reads: lists of files and constant rows. */
final class ReadLowering {
    private final ExpressionLowering expressions;
    private final ExtensionLowering extensions;
    private final Aliases aliases;
    private final IcebergReads icebergReads;
    private final FileReads fileReads;

    ReadLowering(ExpressionLowering expressions, ExtensionLowering extensions, Aliases aliases, EngineContext context) {
        this.expressions = expressions;
        this.extensions = extensions;
        this.aliases = aliases;
        this.icebergReads = new IcebergReads(context.resources(), context.fileColumns(), aliases);
        this.fileReads = new FileReads(context.resources());
    }

    Block lower(ReadRel rel, @Nullable Scope outer) {
        Extensions.refuseAllOfRead(rel.getCommon(), rel.getAdvancedExtension());
        if (rel.hasProjection()) {
            throw new LoweringException.Unsupported("a projection inside a read");
        }
        return switch (rel.getReadTypeCase()) {
            case VIRTUAL_TABLE -> rows(rel.getVirtualTable(), rel.getBaseSchema(), outer);
            case EXTENSION_TABLE -> files(rel.getExtensionTable().getDetail(), rel.getBaseSchema());
            case NAMED_TABLE -> throw new LoweringException.Unsupported("a table that is not bound to its files");
            case LOCAL_FILES, ICEBERG_TABLE, READTYPE_NOT_SET ->
                throw new LoweringException.Unsupported("a read of kind " + rel.getReadTypeCase());
        };
    }

    private Block files(Any detail, NamedStruct schema) {
        try {
            if (detail.is(IcebergRead.class)) {
                var read = detail.unpack(IcebergRead.class);
                return icebergReads.lower(read, schema, aliasFor(read.getTable()));
            }
            if (detail.is(FileRead.class)) {
                return table(fileReads.lower(detail.unpack(FileRead.class), schema), aliases.next("files"), schema);
            }
            if (detail.is(RecursiveReference.class)) {
                return extensions.reference(detail.unpack(RecursiveReference.class));
            }
        } catch (InvalidProtocolBufferException malformed) {
            throw new LoweringException.Malformed("a read's detail cannot be parsed", malformed);
        }
        throw new LoweringException.Unsupported("a read of kind " + detail.getTypeUrl());
    }

    private static Block table(String source, String alias, NamedStruct schema) {
        List<String> names = SchemaNames.topLevel(schema);
        List<Value> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(Value.column(alias, names.get(i), schema.getStruct().getTypes(i)));
        }
        return Block.of(List.of(source + " AS " + Quoting.name(alias)), columns);
    }

    /** The last part of a table's name, which reads best. */
    private String aliasFor(String table) {
        String last = table.substring(table.lastIndexOf('.') + 1);
        return aliases.next(last.isBlank() ? "t" : last.toLowerCase(Locale.ROOT));
    }

    private Block rows(VirtualTable table, NamedStruct schema, @Nullable Scope outer) {
        List<Type> types = schema.getStruct().getTypesList();
        List<List<Value>> rows = rowValues(table, outer);
        if (rows.size() == 1) {
            return Block.of(List.of(), rows.getFirst());
        }
        String alias = aliases.next("v");
        String source = rows.isEmpty() || types.isEmpty() ? noColumnsOrRows(types, rows.size()) : values(rows);
        List<Value> columns = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            columns.add(Value.column(alias, Block.columnName(i), types.get(i)));
        }
        return Block.of(List.of(source + " AS " + Quoting.name(alias) + columnList(types.size())), columns);
    }

    private List<List<Value>> rowValues(VirtualTable table, @Nullable Scope outer) {
        List<List<Value>> rows = new ArrayList<>();
        for (var row : table.getExpressionsList()) {
            rows.add(expressions.widenedAll(row.getFieldsList(), new Scope(List.of(), outer)));
        }
        for (var row : constantRows(table)) {
            rows.add(row.getFieldsList().stream().map(Literals::lower).toList());
        }
        return rows;
    }

    /** Substrait's older way of writing rows; still read. */
    @SuppressWarnings("deprecation")
    private static List<Expression.Literal.Struct> constantRows(VirtualTable table) {
        return table.getValuesList();
    }

    private static String values(List<List<Value>> rows) {
        return rows.stream()
                .map(row -> '(' + NestedValues.commaSeparated(row) + ')')
                .collect(java.util.stream.Collectors.joining(", ", "(VALUES ", ")"));
    }

    private static String noColumnsOrRows(List<Type> types, int rowCount) {
        return rowCount == 0 ? EmptyTables.of(types) : "range(" + rowCount + ')';
    }

    private static String columnList(int count) {
        if (count == 0) {
            return "";
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(Quoting.name(Block.columnName(i)));
        }
        return '(' + String.join(", ", names) + ')';
    }
}
