package io.sqe.executor.lowering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sqe.executor.lowering.DataFileColumns.FileColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Applies an Iceberg name mapping (Iceberg spec, "Column Projection") to the columns of a file without field ids. */
final class NameMapping {
    private static final ObjectMapper JSON = new ObjectMapper();

    private NameMapping() {}

    /** What the file calls the fields, by field id; fields that it lacks are absent. */
    static Map<Integer, String> namesInFile(String mapping, List<FileColumn> columns) {
        Map<Integer, String> names = new HashMap<>();
        try {
            collect(JSON.readTree(mapping), columns, names);
        } catch (JsonProcessingException malformed) {
            throw new LoweringException.Malformed("a name mapping is not JSON", malformed);
        }
        return names;
    }

    private static void collect(JsonNode fields, List<FileColumn> columns, Map<Integer, String> names) {
        for (JsonNode field : fields) {
            for (FileColumn column : columns) {
                if (isNamed(field.path("names"), column.name())) {
                    if (field.has("field-id")) {
                        names.put(field.path("field-id").asInt(), column.name());
                    }
                    collect(field.path("fields"), column.children(), names);
                }
            }
        }
    }

    private static boolean isNamed(JsonNode names, String name) {
        for (JsonNode candidate : names) {
            if (candidate.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
