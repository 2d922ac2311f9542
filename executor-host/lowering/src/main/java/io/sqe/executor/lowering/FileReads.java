package io.sqe.executor.lowering;

import io.sqe.executor.lowering.EngineSql.ArrowFile;
import io.sqe.executor.lowering.EngineSql.BatchFile;
import io.sqe.fragment.v1.FileRead;
import io.substrait.proto.NamedStruct;
import io.substrait.proto.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the reading of files that a person named, or that hold what a client has sent. */
final class FileReads {
    private static final Pattern OPTION = Pattern.compile("[a-z_]+");

    private final EngineResources resources;

    FileReads(EngineResources resources) {
        this.resources = resources;
    }

    String lower(FileRead read, NamedStruct schema) {
        return switch (read.getFormat()) {
            case PARQUET -> call("read_parquet", read, "");
            case CSV -> call("read_csv", read, types("types", schema));
            case JSON -> call("read_json", read, types("columns", schema));
            case ARROW -> batches(read, schema);
            case FORMAT_UNSPECIFIED, UNRECOGNIZED ->
                throw new LoweringException.Malformed("files are to be read whose format is not said");
        };
    }

    /** The same without a schema: the engine finds it out. */
    String lower(FileRead read) {
        return switch (read.getFormat()) {
            case PARQUET -> call("read_parquet", read, "");
            case CSV -> call("read_csv", read, "");
            case JSON -> call("read_json", read, "");
            case ARROW, FORMAT_UNSPECIFIED, UNRECOGNIZED ->
                throw new LoweringException.Malformed("files are to be read whose format is not said");
        };
    }

    /** The file's columns in the plan's types: what a client calls a number may be narrower than any type of a table. */
    private String batches(FileRead read, NamedStruct schema) {
        if (read.getLocationsCount() != 1) {
            throw new LoweringException.Malformed("batches are read from one file");
        }
        long number = resources.batchFile(new ArrowFile(read.getLocations(0)));
        List<String> values = new ArrayList<>();
        Iterator<String> names = schema.getNamesList().iterator();
        for (Type type : schema.getStruct().getTypesList()) {
            String name = Quoting.name(names.next());
            values.add(converted(name, type, names) + " AS " + name);
        }
        return "(SELECT " + (values.isEmpty() ? "1" : String.join(", ", values)) + "\nFROM " + EngineSql.BATCHES + '('
                + Quoting.text(BatchFile.nameOf(number)) + "))";
    }

    private static String converted(String column, Type type, Iterator<String> names) {
        // Arrow's UUIDs are 16 bytes.
        String value = type.hasUuid() ? "hex(CAST(" + column + " AS BLOB))" : column;
        return "CAST(" + value + " AS " + EngineTypes.nameOf(type, names) + ')';
    }

    private String call(String function, FileRead read, String types) {
        var arguments = new ArrayList<String>();
        arguments.add(read.getLocationsList().stream().map(this::path).collect(Collectors.joining(", ", "[", "]")));
        if (!types.isEmpty()) {
            arguments.add(types);
        }
        for (Map.Entry<String, String> option : new TreeMap<>(read.getOptionsMap()).entrySet()) {
            if (!OPTION.matcher(option.getKey()).matches()) {
                throw new LoweringException.Unsupported("a reader option whose name is not a word");
            }
            arguments.add(option.getKey() + " = " + Quoting.text(option.getValue()));
        }
        return function + '(' + String.join(", ", arguments) + ')';
    }

    private String path(String location) {
        String path = FilePaths.local(location);
        resources.reads(path);
        return Quoting.text(path);
    }

    private static String types(String parameter, NamedStruct schema) {
        List<String> types = new ArrayList<>();
        Iterator<String> names = schema.getNamesList().iterator();
        for (Type type : schema.getStruct().getTypesList()) {
            String name = names.next();
            types.add(Quoting.text(name) + ": " + Quoting.text(EngineTypes.nameOf(type, names)));
        }
        return types.isEmpty() ? "" : parameter + " = {" + String.join(", ", types) + '}';
    }
}
