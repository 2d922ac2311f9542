package io.sqe.substrait.translation;

import org.apache.calcite.rel.type.RelDataType;

/** The short names of types in the keys of Substrait's functions. */
final class TypeAbbreviation {
    private TypeAbbreviation() {}

    static String of(RelDataType type) {
        return switch (type.getSqlTypeName()) {
            case BOOLEAN -> "bool";
            case TINYINT -> "i8";
            case SMALLINT -> "i16";
            case INTEGER, NULL -> "i32";
            case BIGINT -> "i64";
            case REAL -> "fp32";
            case FLOAT, DOUBLE -> "fp64";
            case DECIMAL -> "dec";
            case CHAR, VARCHAR -> "str";
            case BINARY, VARBINARY -> "binary";
            case UUID -> "uuid";
            case DATE -> "date";
            case TIME -> "pt";
            case TIMESTAMP -> "pts";
            case TIMESTAMP_WITH_LOCAL_TIME_ZONE, TIMESTAMP_TZ -> "ptstz";
            case INTERVAL_YEAR, INTERVAL_MONTH, INTERVAL_YEAR_MONTH -> "iyear";
            case ARRAY, MULTISET -> "list";
            case MAP -> "map";
            case ROW, STRUCTURED -> "struct";
            default -> type.getSqlTypeName().getName().startsWith("INTERVAL") ? "iday" : "none";
        };
    }
}
