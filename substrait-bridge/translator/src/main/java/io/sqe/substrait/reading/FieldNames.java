package io.sqe.substrait.reading;

import java.util.Iterator;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;

/** Walks the names that Substrait keeps beside types, depth first. */
final class FieldNames {
    private FieldNames() {}

    static String next(Iterator<String> names) {
        if (!names.hasNext()) {
            throw Refusals.malformed("it has fewer names than columns and fields inside of them");
        }
        return names.next();
    }

    /** Passes over the names of the fields inside a type. */
    static void skipNested(RelDataType type, Iterator<String> names) {
        if (type.isStruct()) {
            for (RelDataTypeField field : type.getFieldList()) {
                next(names);
                skipNested(field.getType(), names);
            }
        }
        RelDataType element = type.getComponentType();
        RelDataType key = type.getKeyType();
        RelDataType value = type.getValueType();
        if (element != null) {
            skipNested(element, names);
        }
        if (key != null && value != null) {
            skipNested(key, names);
            skipNested(value, names);
        }
    }
}
