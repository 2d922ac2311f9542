package io.sqe.executor.duckdb;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;

/** Writes {@code struct ArrowSchema}s into an arena: whoever reads them must not keep them longer than that. */
final class SchemaExport {
    /** A release that does nothing, for C takes a schema without one to be released already. */
    private static final Lazy<MemorySegment> RELEASE = new Lazy<>(() -> Upcalls.release(schema ->
            Pointers.sized(schema, CData.SCHEMA_BYTES).set(ADDRESS, CData.SCHEMA_RELEASE, MemorySegment.NULL)));

    private final Arena arena;

    SchemaExport(Arena arena) {
        this.arena = arena;
    }

    /** The columns of a table, as the struct that C sees them as. */
    MemorySegment write(List<Field> columns) {
        MemorySegment schema = arena.allocate(CData.SCHEMA_BYTES, 8);
        fill(schema, "", "+s", columns);
        return schema;
    }

    private void write(Field field, MemorySegment schema) {
        if (field.getDictionary() != null) {
            throw new IllegalArgumentException(
                    "Column %s is dictionary-encoded: decode it before DuckDB reads it".formatted(field.getName()));
        }
        fill(schema, field.getName(), ArrowFormat.render(field.getType()), field.getChildren());
        boolean sorted = field.getType() instanceof ArrowType.Map map && map.getKeysSorted();
        long flags = (field.isNullable() ? CData.FLAG_NULLABLE : 0) | (sorted ? CData.FLAG_MAP_KEYS_SORTED : 0);
        schema.set(JAVA_LONG, CData.SCHEMA_FLAGS, flags);
    }

    private void fill(MemorySegment schema, String name, String format, List<Field> children) {
        schema.set(ADDRESS, CData.SCHEMA_NAME, arena.allocateFrom(name));
        schema.set(ADDRESS, CData.SCHEMA_FORMAT, arena.allocateFrom(format));
        schema.set(JAVA_LONG, CData.SCHEMA_CHILD_COUNT, children.size());
        schema.set(ADDRESS, CData.SCHEMA_RELEASE, RELEASE.value());
        MemorySegment pointers = arena.allocate(ADDRESS, Math.max(1, children.size()));
        for (int index = 0; index < children.size(); index++) {
            MemorySegment child = arena.allocate(CData.SCHEMA_BYTES, 8);
            write(children.get(index), child);
            pointers.setAtIndex(ADDRESS, index, child);
        }
        schema.set(ADDRESS, CData.SCHEMA_CHILDREN, pointers);
    }
}
