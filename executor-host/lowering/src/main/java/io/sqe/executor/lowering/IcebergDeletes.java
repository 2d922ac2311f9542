package io.sqe.executor.lowering;

import io.sqe.executor.lowering.EngineSql.DeletionVector;
import io.sqe.executor.lowering.Value.Shape;
import io.sqe.executor.lowering.Value.Trait;
import io.sqe.fragment.v1.DataFile;
import io.sqe.fragment.v1.DeleteFile;
import io.sqe.fragment.v1.Field;
import io.sqe.fragment.v1.IcebergRead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the conditions that leave deleted rows out (Iceberg spec, "Delete Formats"). */
final class IcebergDeletes {
    private final IcebergRead read;
    private final List<DataFile> files;
    private final EngineResources resources;
    private final Aliases aliases;
    private final String alias;

    /** For files of one scan, which number them in this order. */
    IcebergDeletes(IcebergRead read, List<DataFile> files, EngineResources resources, Aliases aliases, String alias) {
        this.read = read;
        this.files = files;
        this.resources = resources;
        this.aliases = aliases;
        this.alias = alias;
    }

    List<Value> byPosition() {
        List<Value> conditions = new ArrayList<>();
        List<DeletionVector> vectors = new ArrayList<>();
        var positionFiles = new TreeSet<Integer>();
        for (int number = 0; number < files.size(); number++) {
            for (int index : files.get(number).getDeletesList()) {
                DeleteFile delete = IcebergReads.delete(read, index);
                if (delete.hasVector()) {
                    vectors.add(vector(number, delete));
                } else if (delete.hasPositions()) {
                    positionFiles.add(index);
                }
            }
        }
        if (!vectors.isEmpty()) {
            conditions.add(notInVectors(resources.vectors(vectors)));
        }
        if (!positionFiles.isEmpty()) {
            conditions.add(notAtPositions(positionFiles.stream().toList()));
        }
        return conditions;
    }

    private DeletionVector vector(int fileNumber, DeleteFile delete) {
        String path = FilePaths.local(delete.getLocation());
        var bytes = delete.getVector();
        return new DeletionVector(fileNumber, path, bytes.getOffsetBytes(), bytes.getLengthBytes());
    }

    /** The function is one that whoever runs the SQL gives the engine. */
    private Value notInVectors(long set) {
        String sql = "NOT " + EngineSql.IS_DELETED + '(' + set + ", " + fileNumber() + ", " + rowNumber() + ')';
        return new Value(sql, Shape.OPERATION, 0, PlanTypes.BOOLEAN);
    }

    private Value notAtPositions(List<Integer> deletes) {
        String positions = aliases.next("positions");
        String numbers = aliases.next("numbers");
        List<String> rows = new ArrayList<>();
        for (int number = 0; number < files.size(); number++) {
            rows.add("(CAST(" + number + " AS BIGINT), "
                    + Quoting.text(files.get(number).getLocation()) + ')');
        }
        String sql = "NOT EXISTS (\nSELECT 1\nFROM read_parquet(" + paths(deletes) + ", hive_partitioning = FALSE) AS "
                + Quoting.name(positions) + ", (VALUES " + String.join(", ", rows) + ") AS " + Quoting.name(numbers)
                + "(number, location)\nWHERE " + Quoting.name(positions) + ".file_path = " + Quoting.name(numbers)
                + ".location\n  AND " + Quoting.name(numbers) + ".number = " + fileNumber() + "\n  AND "
                + Quoting.name(positions) + ".pos = " + rowNumber() + "\n)";
        return new Value(sql, Shape.OPERATION, Trait.SUBQUERY.bit(), PlanTypes.BOOLEAN);
    }

    /** One condition for all delete files that compare the same columns. */
    List<Value> byEquality(List<Integer> deletes) {
        Map<List<Integer>, List<Integer>> byColumns = new LinkedHashMap<>();
        for (int index : deletes) {
            List<Integer> columns =
                    IcebergReads.delete(read, index).getEquality().getFieldIdsList();
            byColumns.computeIfAbsent(columns, _ -> new ArrayList<>()).add(index);
        }
        List<Value> conditions = new ArrayList<>();
        byColumns.forEach((columns, indexes) -> conditions.add(notEqual(columns, indexes)));
        return conditions;
    }

    private Value notEqual(List<Integer> columns, List<Integer> deletes) {
        String deleted = aliases.next("deleted");
        List<Field> fields = columns.stream().map(this::field).toList();
        String condition = fields.stream()
                .map(field -> column(deleted, field) + " IS NOT DISTINCT FROM " + column(alias, field))
                .collect(Collectors.joining("\n  AND "));
        String sql = "NOT EXISTS (\nSELECT 1\nFROM read_parquet(" + paths(deletes)
                + ", hive_partitioning = FALSE, schema = " + FieldIdSchema.byId(fields) + ") AS "
                + Quoting.name(deleted) + "\nWHERE " + condition + "\n)";
        return new Value(sql, Shape.OPERATION, Trait.SUBQUERY.bit(), PlanTypes.BOOLEAN);
    }

    private static String column(String table, Field field) {
        return Quoting.name(table) + '.' + Quoting.name(field.getName());
    }

    private Field field(int id) {
        return Stream.concat(read.getColumnsList().stream(), read.getDeleteColumnsList().stream())
                .filter(field -> field.getId() == id)
                .findFirst()
                .orElseThrow(() -> new LoweringException.Malformed("an equality delete compares unknown field " + id));
    }

    private String paths(List<Integer> deletes) {
        return deletes.stream()
                .map(index -> FilePaths.local(IcebergReads.delete(read, index).getLocation()))
                .peek(resources::reads)
                .map(Quoting::text)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private String fileNumber() {
        return "CAST(" + Quoting.name(alias) + ".file_index AS BIGINT)";
    }

    private String rowNumber() {
        return Quoting.name(alias) + ".file_row_number";
    }
}
