package io.sqe.executor.lowering;

import io.sqe.fragment.v1.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes the {@code schema} argument of {@code read_parquet}, by which DuckDB finds a table's columns in files of other names,
 * orders and types. Nested types must spell out their children: without them a renamed field would silently be null.
 */
final class FieldIdSchema {

    private FieldIdSchema() {}

    /** Columns found by their field ids. */
    static String byId(List<Field> columns) {
        return schema(columns, field -> Optional.of(Integer.toString(field.getId())));
    }

    /**
     * Columns found by what the files call them.
     *
     * @param nameInFile empty if the files have no such column
     */
    static String byName(List<Field> columns, Function<Field, Optional<String>> nameInFile) {
        return schema(columns, field -> nameInFile.apply(field).map(Quoting::text));
    }

    private static String schema(List<Field> columns, Function<Field, Optional<String>> key) {
        int depth = columns.stream().mapToInt(FieldIdSchema::depth).max().orElse(0);
        return entries(columns, key, depth);
    }

    /** All entries of a map have one type: those above the deepest have children, be they null. */
    private static String entries(List<Field> fields, Function<Field, Optional<String>> key, int levelsBelow) {
        List<String> entries = new ArrayList<>();
        for (Field field : fields) {
            // A name that no column can have stands for a column that the files lack.
            String name = key.apply(field).orElse(Quoting.text("missing field " + field.getId()));
            entries.add(name + ": " + entry(field, key, levelsBelow));
        }
        return "MAP {" + String.join(", ", entries) + '}';
    }

    private static String entry(Field field, Function<Field, Optional<String>> key, int levelsBelow) {
        String defaultValue = field.hasInitialDefault()
                ? "CAST(" + IcebergTypes.constant(field, field.getInitialDefault()) + " AS VARCHAR)"
                : "CAST(NULL AS VARCHAR)";
        String entry = "'name': " + Quoting.text(field.getName()) + ", 'type': "
                + Quoting.text(IcebergTypes.nameOf(field)) + ", 'default_value': " + defaultValue;
        if (levelsBelow == 0) {
            return '{' + entry + '}';
        }
        String children =
                field.getChildrenCount() == 0 ? "NULL" : entries(namedAsEngineDoes(field), key, levelsBelow - 1);
        return '{' + entry + ", 'children': " + children + '}';
    }

    /** DuckDB calls what is inside a list {@code element}, and inside a map {@code key} and {@code value}. */
    private static List<Field> namedAsEngineDoes(Field field) {
        return switch (field.getType()) {
            case "list" -> List.of(renamed(field.getChildren(0), "element"));
            case "map" -> List.of(renamed(field.getChildren(0), "key"), renamed(field.getChildren(1), "value"));
            default -> field.getChildrenList();
        };
    }

    private static Field renamed(Field field, String name) {
        return field.toBuilder().setName(name).build();
    }

    private static int depth(Field field) {
        return field.getChildrenList().stream()
                .mapToInt(child -> depth(child) + 1)
                .max()
                .orElse(0);
    }
}
