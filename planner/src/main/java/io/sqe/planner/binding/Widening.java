package io.sqe.planner.binding;

import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql.type.SqlTypeName;

/** Which types go into a column without a cast being written: those of which it loses nothing, as in Trino. */
final class Widening {
    private static final List<SqlTypeName> INTEGERS =
            List.of(SqlTypeName.TINYINT, SqlTypeName.SMALLINT, SqlTypeName.INTEGER, SqlTypeName.BIGINT);

    private Widening() {}

    static boolean isAllowed(RelDataType from, RelDataType to) {
        if (from.getSqlTypeName() == SqlTypeName.NULL) {
            return true;
        }
        return switch (to.getSqlTypeName()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT ->
                INTEGERS.contains(from.getSqlTypeName())
                        && INTEGERS.indexOf(from.getSqlTypeName()) <= INTEGERS.indexOf(to.getSqlTypeName());
            case DECIMAL -> isExact(from) && whole(from) <= whole(to) && scale(from) <= to.getScale();
            case REAL -> isExact(from) || from.getSqlTypeName() == SqlTypeName.REAL;
            case FLOAT, DOUBLE -> SqlTypeName.NUMERIC_TYPES.contains(from.getSqlTypeName());
            case TIMESTAMP ->
                isOneOf(from, SqlTypeName.DATE, SqlTypeName.TIMESTAMP) && digits(from) <= to.getPrecision();
            case TIMESTAMP_WITH_LOCAL_TIME_ZONE ->
                isOneOf(from, SqlTypeName.DATE, SqlTypeName.TIMESTAMP, SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE)
                        && digits(from) <= to.getPrecision();
            case ARRAY, MULTISET ->
                from.getSqlTypeName() == SqlTypeName.ARRAY
                        && isAllowedOfParts(from.getComponentType(), to.getComponentType());
            case MAP ->
                from.getSqlTypeName() == SqlTypeName.MAP
                        && isAllowedOfParts(from.getKeyType(), to.getKeyType())
                        && isAllowedOfParts(from.getValueType(), to.getValueType());
            case ROW -> from.isStruct() && isAllowedOfFields(from.getFieldList(), to.getFieldList());
            default -> from.getSqlTypeName() == to.getSqlTypeName();
        };
    }

    private static boolean isAllowedOfParts(
            @org.jspecify.annotations.Nullable RelDataType from, @org.jspecify.annotations.Nullable RelDataType to) {
        return from != null && to != null && isAllowed(from, to);
    }

    private static boolean isAllowedOfFields(List<RelDataTypeField> from, List<RelDataTypeField> to) {
        return from.size() == to.size()
                && java.util.stream.IntStream.range(0, from.size())
                        .allMatch(
                                i -> isAllowed(from.get(i).getType(), to.get(i).getType()));
    }

    private static boolean isExact(RelDataType type) {
        return SqlTypeName.EXACT_TYPES.contains(type.getSqlTypeName());
    }

    private static boolean isOneOf(RelDataType type, SqlTypeName... names) {
        return List.of(names).contains(type.getSqlTypeName());
    }

    private static int whole(RelDataType type) {
        return switch (type.getSqlTypeName()) {
            case TINYINT -> 3;
            case SMALLINT -> 5;
            case INTEGER -> 10;
            case BIGINT -> 19;
            default -> type.getPrecision() - type.getScale();
        };
    }

    private static int scale(RelDataType type) {
        return type.getSqlTypeName() == SqlTypeName.DECIMAL ? type.getScale() : 0;
    }

    private static int digits(RelDataType type) {
        return type.getSqlTypeName() == SqlTypeName.DATE ? 0 : type.getPrecision();
    }
}
