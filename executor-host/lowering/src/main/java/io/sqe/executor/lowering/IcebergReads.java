package io.sqe.executor.lowering;

import io.sqe.executor.lowering.DataFileColumns.FileColumn;
import io.sqe.executor.lowering.EngineSql.WholeFiles;
import io.sqe.fragment.v1.DataFile;
import io.sqe.fragment.v1.DeleteFile;
import io.sqe.fragment.v1.Field;
import io.sqe.fragment.v1.IcebergRead;
import io.substrait.proto.NamedStruct;
import io.substrait.proto.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes the reading of an Iceberg table's files: one scan for all files that are read alike. Most tables have one kind of
 * files; only where deletes, name mappings or partition constants differ do several scans stand under a UNION ALL.
 */
final class IcebergReads {
    private final EngineResources resources;
    private final DataFileColumns fileColumns;
    private final Aliases aliases;

    IcebergReads(EngineResources resources, DataFileColumns fileColumns, Aliases aliases) {
        this.resources = resources;
        this.fileColumns = fileColumns;
        this.aliases = aliases;
    }

    Block lower(IcebergRead read, NamedStruct schema, String alias) {
        if (read.getFilesCount() == 0) {
            return table(EmptyTables.of(schema), alias, schema);
        }
        Map<Kind, List<DataFile>> kinds = new LinkedHashMap<>();
        Map<String, List<FileColumn>> withoutIds = withoutIds(read);
        for (DataFile file : read.getFilesList()) {
            kinds.computeIfAbsent(kind(read, file, withoutIds), _ -> new ArrayList<>())
                    .add(file);
        }
        if (kinds.size() == 1) {
            var only = kinds.entrySet().iterator().next();
            return scan(read, only.getKey(), only.getValue(), schema, alias);
        }
        List<String> branches = new ArrayList<>();
        kinds.forEach((kind, files) -> branches.add(
                scan(read, kind, files, schema, aliases.next(alias + "_part")).render(SchemaNames.topLevel(schema))));
        return table("(\n" + String.join("\nUNION ALL\n", branches) + "\n)", alias, schema);
    }

    private Map<String, List<FileColumn>> withoutIds(IcebergRead read) {
        List<String> mapped = read.getFilesList().stream()
                .filter(file -> file.getFormat() == DataFile.Format.PARQUET
                        && !file.getNameMapping().isEmpty())
                .map(file -> FilePaths.local(file.getLocation()))
                .toList();
        return mapped.isEmpty() ? Map.of() : fileColumns.withoutIds(mapped);
    }

    private static Kind kind(IcebergRead read, DataFile file, Map<String, List<FileColumn>> withoutIds) {
        Set<Integer> equalityDeletes = new TreeSet<>();
        boolean hasPositions = false;
        for (int index : file.getDeletesList()) {
            boolean isEquality = delete(read, index).hasEquality();
            hasPositions |= !isEquality;
            if (isEquality) {
                equalityDeletes.add(index);
            }
        }
        return new Kind(
                finding(read, file, withoutIds),
                new TreeSet<>(file.getConstantsMap().keySet()),
                List.copyOf(equalityDeletes),
                hasPositions);
    }

    private static Finding finding(IcebergRead read, DataFile file, Map<String, List<FileColumn>> withoutIds) {
        return switch (file.getFormat()) {
            case ORC -> new Finding.InOrc();
            case PARQUET -> {
                List<FileColumn> columns = withoutIds.get(FilePaths.local(file.getLocation()));
                if (columns != null) {
                    yield new Finding.ByName(NameMapping.namesInFile(file.getNameMapping(), columns));
                }
                yield read.getEvolved() ? new Finding.ById() : new Finding.AsIs();
            }
            case AVRO, FORMAT_UNSPECIFIED, UNRECOGNIZED ->
                throw new LoweringException.Unsupported(
                        "a data file of format " + file.getFormat() + ": rewrite the table's files as Parquet or ORC");
        };
    }

    private Block scan(IcebergRead read, Kind kind, List<DataFile> files, NamedStruct schema, String alias) {
        var deletes = new IcebergDeletes(read, files, resources, aliases, alias);
        List<Value> columns = new ArrayList<>();
        boolean hasNumbers = kind.hasPositions;
        for (int i = 0; i < read.getColumnsCount(); i++) {
            Field field = read.getColumns(i);
            Type type = schema.getStruct().getTypes(i);
            if (kind.constants.contains(field.getId())) {
                List<String> constants = constants(files, field);
                hasNumbers |= constants.size() > 1;
                columns.add(constant(constants, type, alias));
            } else {
                columns.add(Value.column(alias, field.getName(), type).ofDigits(field.getDigits()));
            }
        }
        List<Value> remaining = new ArrayList<>();
        if (kind.hasPositions) {
            remaining.addAll(deletes.byPosition());
        }
        remaining.addAll(deletes.byEquality(kind.equalityDeletes));
        String from = source(read, kind.finding, files, hasNumbers) + " AS " + Quoting.name(alias);
        return Block.of(List.of(from), columns).filtered(remaining);
    }

    /** @param hasNumbers whether the numbers of files and rows are read too, which a table that stands for the files does not have */
    private String source(IcebergRead read, Finding finding, List<DataFile> files, boolean hasNumbers) {
        List<Field> columns = new ArrayList<>(read.getColumnsList());
        columns.addAll(read.getDeleteColumnsList());
        return switch (finding) {
            case Finding.AsIs() -> asIs(files, hasNumbers);
            case Finding.ById() -> parquet(files, ", schema = " + FieldIdSchema.byId(columns));
            case Finding.ByName(var names) ->
                parquet(
                        files,
                        ", schema = "
                                + FieldIdSchema.byName(
                                        columns, field -> java.util.Optional.ofNullable(names.get(field.getId()))));
            case Finding.InOrc() -> new OrcReads(resources).source(columns, files);
        };
    }

    private String asIs(List<DataFile> files, boolean hasNumbers) {
        String fromFiles = parquet(files, "");
        if (hasNumbers) {
            return fromFiles;
        }
        List<String> paths =
                files.stream().map(file -> FilePaths.local(file.getLocation())).toList();
        return resources.tableFor(new WholeFiles(paths, fromFiles)).orElse(fromFiles);
    }

    private String parquet(List<DataFile> files, String schema) {
        List<String> paths = files.stream().map(this::path).toList();
        return "read_parquet([" + String.join(", ", paths) + "], hive_partitioning = FALSE" + schema + ')';
    }

    /** The value that a file's partition has in place of a column: one for all files, or one for each by its number. */
    private static Value constant(List<String> values, Type type, String alias) {
        if (values.size() == 1) {
            return Value.literal(values.getFirst(), type);
        }
        String number = "CAST(" + Quoting.name(alias) + ".file_index AS BIGINT) + 1";
        return Value.call("list_extract([" + String.join(", ", values) + "], " + number + ')', type, List.of());
    }

    /** One value if all files have the same, else each file's. */
    private static List<String> constants(List<DataFile> files, Field field) {
        List<String> values = files.stream()
                .map(file -> IcebergTypes.constant(field, file.getConstantsOrThrow(field.getId())))
                .toList();
        return Set.copyOf(values).size() == 1 ? values.subList(0, 1) : values;
    }

    private String path(DataFile file) {
        String path = FilePaths.local(file.getLocation());
        resources.reads(path);
        return Quoting.text(path);
    }

    private static Block table(String source, String alias, NamedStruct schema) {
        List<String> names = SchemaNames.topLevel(schema);
        List<Value> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(Value.column(alias, names.get(i), schema.getStruct().getTypes(i)));
        }
        return Block.of(List.of(source + " AS " + Quoting.name(alias)), columns);
    }

    static DeleteFile delete(IcebergRead read, int index) {
        if (index < 0 || index >= read.getDeletesCount()) {
            throw new LoweringException.Malformed(
                    "a data file points at delete file " + index + " which is not listed");
        }
        return read.getDeletes(index);
    }

    /**
     * What makes files alike.
     *
     * @param constants ids of the columns that the files' partitions stand in for
     * @param equalityDeletes indexes of the equality deletes that apply
     * @param hasPositions whether single rows are deleted
     */
    private record Kind(Finding finding, Set<Integer> constants, List<Integer> equalityDeletes, boolean hasPositions) {}

    /** How a file's columns are found. */
    private sealed interface Finding {
        /** The file has the table's columns under the table's names. */
        record AsIs() implements Finding {}

        record ById() implements Finding {}

        /** By the ids in ORC's type attributes. */
        record InOrc() implements Finding {}

        /** By the file's names, by field id. */
        record ByName(Map<Integer, String> names) implements Finding {}
    }
}
