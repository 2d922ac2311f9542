package io.sqe.executor.lowering;

import io.sqe.executor.lowering.EngineSql.BatchFile;
import io.sqe.executor.lowering.EngineSql.OrcFile;
import io.sqe.fragment.v1.DataFile;
import io.sqe.fragment.v1.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the reading of ORC files, which DuckDB does not know: whoever runs the SQL provides each as a table of batches. Two files
 * of a table may type a column differently, so each is cast by itself to the table's types (Iceberg spec, "Appendix A: ORC").
 */
final class OrcReads {
    private final EngineResources resources;

    OrcReads(EngineResources resources) {
        this.resources = resources;
    }

    /** A subquery with the columns and, like DuckDB's own reader of files, {@code file_index} and {@code file_row_number}. */
    String source(List<Field> columns, List<DataFile> files) {
        List<String> branches = new ArrayList<>();
        for (int number = 0; number < files.size(); number++) {
            branches.add(branch(number, columns, files.get(number)));
        }
        return "(\n" + String.join("\nUNION ALL\n", branches) + "\n)";
    }

    private String branch(int number, List<Field> columns, DataFile file) {
        long name = resources.batchFile(new OrcFile(FilePaths.local(file.getLocation()), columns));
        String selected = columns.stream()
                .map(field -> ", " + value(field) + " AS " + Quoting.name(field.getName()))
                .collect(Collectors.joining());
        return "SELECT " + number + " AS file_index, " + EngineSql.ROW_NUMBER + selected + "\nFROM " + EngineSql.BATCHES
                + '(' + Quoting.text(BatchFile.nameOf(name)) + ')';
    }

    private static String value(Field field) {
        String column = Quoting.name(field.getName());
        return switch (field.getType()) {
            // ORC has no type for either: a time is its microseconds, a UUID its bytes.
            case "time" -> "(TIME '00:00:00' + to_microseconds(CAST(" + column + " AS BIGINT)))";
            case "uuid" -> "CAST(hex(CAST(" + column + " AS BLOB)) AS UUID)";
            default -> "CAST(" + column + " AS " + IcebergTypes.nameOf(field) + ')';
        };
    }
}
