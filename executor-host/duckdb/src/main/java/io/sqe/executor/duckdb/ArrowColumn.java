package io.sqe.executor.duckdb;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * A column as C describes it. A dictionary-encoded column shows the dictionary's values as its field: they are decoded on
 * import, so nobody downstream needs a dictionary provider.
 *
 * @param field what the imported vector looks like
 * @param indexType the type of the indices if the column is dictionary-encoded
 * @param children the columns nested in this one, or in its dictionary
 */
record ArrowColumn(Field field, @Nullable ArrowType indexType, List<ArrowColumn> children) {
    /** Reads a {@code struct ArrowSchema}; the caller releases it. */
    static ArrowColumn of(MemorySegment schema) {
        String name = CData.string(schema, CData.SCHEMA_NAME);
        boolean nullable = (schema.get(JAVA_LONG, CData.SCHEMA_FLAGS) & CData.FLAG_NULLABLE) != 0;
        MemorySegment dictionary = schema.get(ADDRESS, CData.SCHEMA_DICTIONARY);
        if (MemorySegment.NULL.equals(dictionary)) {
            return named(name, nullable, null, schema);
        }
        return named(name, nullable, type(schema), Pointers.sized(dictionary, CData.SCHEMA_BYTES));
    }

    private static ArrowColumn named(
            String name, boolean nullable, @Nullable ArrowType indexType, MemorySegment schema) {
        List<ArrowColumn> children = LongStream.range(0, schema.get(JAVA_LONG, CData.SCHEMA_CHILD_COUNT))
                .mapToObj(index -> of(CData.childSchema(schema, index)))
                .toList();
        FieldType fieldType = new FieldType(nullable, type(schema), null, CData.metadata(schema));
        Field field = new Field(
                name, fieldType, children.stream().map(ArrowColumn::field).toList());
        return new ArrowColumn(field, indexType, children);
    }

    private static ArrowType type(MemorySegment schema) {
        return ArrowFormat.parse(CData.string(schema, CData.SCHEMA_FORMAT), schema.get(JAVA_LONG, CData.SCHEMA_FLAGS));
    }
}
