package io.sqe.substrait.translation;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** Finds fields of structs. */
final class StructFields {
    private StructFields() {}

    /** The place of the field that a constant names, or counts from 1. */
    static int index(RelDataType struct, RexNode key) {
        if (!(key instanceof RexLiteral literal) || literal.isNull()) {
            throw new TranslationException.Unsupported("a field of a row that is not named by a constant");
        }
        if (SqlTypeUtil.isCharacter(literal.getType())) {
            String name = literal.getValueAs(String.class);
            RelDataTypeField field = name == null ? null : struct.getField(name, false, false);
            if (field == null) {
                throw new TranslationException.Unsupported(
                        "the field " + name + ", which " + struct + " does not have");
            }
            return field.getIndex();
        }
        Integer position = literal.getValueAs(Integer.class);
        if (position == null || position < 1 || position > struct.getFieldCount()) {
            throw new TranslationException.Unsupported("field number " + position + " of " + struct);
        }
        return position - 1;
    }
}
