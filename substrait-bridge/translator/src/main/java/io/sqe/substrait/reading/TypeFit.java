package io.sqe.substrait.reading;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Whether a type is what a plan takes it for. Lengths of texts and digits of seconds are not compared: values are the same whatever is
 * said of them. Fields of a row are found by their places, so that their names must be those that are there.
 */
final class TypeFit {
    private TypeFit() {}

    static boolean isSame(RelDataType claimed, RelDataType there) {
        if (there.getSqlTypeName() == SqlTypeName.NULL) {
            return true;
        }
        return switch (claimed.getSqlTypeName()) {
            case DECIMAL ->
                there.getSqlTypeName() == SqlTypeName.DECIMAL
                        && claimed.getPrecision() == there.getPrecision()
                        && claimed.getScale() == there.getScale();
            case ROW -> there.isStruct() && isSame(claimed.getFieldList(), there.getFieldList());
            case ARRAY -> isSameOfParts(claimed.getComponentType(), there.getComponentType());
            case MAP ->
                isSameOfParts(claimed.getKeyType(), there.getKeyType())
                        && isSameOfParts(claimed.getValueType(), there.getValueType());
            default -> claimed.getSqlTypeName() == there.getSqlTypeName();
        };
    }

    private static boolean isSame(List<RelDataTypeField> claimed, List<RelDataTypeField> there) {
        return claimed.size() == there.size()
                && IntStream.range(0, claimed.size())
                        .allMatch(i -> claimed.get(i)
                                        .getName()
                                        .equalsIgnoreCase(there.get(i).getName())
                                && isSame(claimed.get(i).getType(), there.get(i).getType()));
    }

    private static boolean isSameOfParts(
            @org.jspecify.annotations.Nullable RelDataType claimed,
            @org.jspecify.annotations.Nullable RelDataType there) {
        return claimed != null && there != null && isSame(claimed, there);
    }
}
