package io.sqe.executor.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/** A file's columns by Iceberg's ids, which ORC keeps as type attributes (Iceberg spec, "Appendix A: ORC"). */
final class FileColumns {
    private static final String FIELD_ID = "iceberg.id";

    private final Map<Integer, Field> byId = new HashMap<>();

    FileColumns(Schema schema) {
        for (Field field : schema.getFields()) {
            Integer id = id(field);
            if (id != null) {
                byId.put(id, field);
            }
        }
    }

    boolean hasIds() {
        return !byId.isEmpty();
    }

    /** The file's top-level column for a wanted one. */
    @Nullable
    Field find(WantedColumn wanted) {
        return byId.get(wanted.fieldId());
    }

    /** The same field under the wanted names, its children too; a child that is not wanted keeps its name. */
    static Field renamed(Field field, WantedColumn wanted) {
        List<Field> children = new ArrayList<>();
        for (Field child : field.getChildren()) {
            children.add(renamedChild(child, wanted));
        }
        return new Field(wanted.name(), field.getFieldType(), children);
    }

    private static Field renamedChild(Field child, WantedColumn parent) {
        Integer id = id(child);
        for (WantedColumn wanted : parent.children()) {
            if (id != null && wanted.fieldId() == id) {
                return renamed(child, wanted);
            }
        }
        // Lists and maps have levels between them and their elements that carry no id.
        List<Field> children = child.getChildren().stream()
                .map(grandchild -> renamedChild(grandchild, parent))
                .toList();
        return new Field(child.getName(), child.getFieldType(), children);
    }

    private static @Nullable Integer id(Field field) {
        String text = field.getMetadata().get(FIELD_ID);
        return text == null ? null : Integer.valueOf(text);
    }
}
