package io.sqe.executor.lowering;

import io.substrait.proto.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names the plan's types in DuckDB's SQL. */
final class EngineTypes {
    static final int DECIMAL_PRECISION_MAX = 38;

    private EngineTypes() {}

    /** The engine's type. Structs, whose fields have no names in a plan's types, are tuples: they become any struct by position. */
    static String nameOf(Type type) {
        return nameOf(type, EngineTypes::tuple);
    }

    /** The engine's type, with the names of struct fields taken from the iterator, depth first. */
    static String nameOf(Type type, Iterator<String> fieldNames) {
        return nameOf(type, struct -> struct(struct, fieldNames));
    }

    private static String nameOf(Type type, Function<Type.Struct, String> structs) {
        return switch (type.getKindCase()) {
            case BOOL -> "BOOLEAN";
            case I8 -> "TINYINT";
            case I16 -> "SMALLINT";
            case I32 -> "INTEGER";
            case I64 -> "BIGINT";
            case FP32 -> "FLOAT";
            case FP64 -> "DOUBLE";
            case STRING, VARCHAR, FIXED_CHAR -> "VARCHAR";
            case BINARY, FIXED_BINARY -> "BLOB";
            case DATE -> "DATE";
            case TIME -> "TIME";
            case TIMESTAMP -> "TIMESTAMP";
            case TIMESTAMP_TZ -> "TIMESTAMPTZ";
            case PRECISION_TIME -> type.getPrecisionTime().getPrecision() > 6 ? "TIME_NS" : "TIME";
            case PRECISION_TIMESTAMP -> timestamp(type.getPrecisionTimestamp().getPrecision());
            case PRECISION_TIMESTAMP_TZ ->
                type.getPrecisionTimestampTz().getPrecision() > 6 ? "TIMESTAMPTZ_NS" : "TIMESTAMPTZ";
            case INTERVAL_YEAR, INTERVAL_DAY, INTERVAL_COMPOUND -> "INTERVAL";
            case UUID -> "UUID";
            case DECIMAL -> decimal(type.getDecimal());
            case STRUCT -> structs.apply(type.getStruct());
            case LIST -> nameOf(type.getList().getType(), structs) + "[]";
            case MAP -> map(type.getMap(), structs);
            case FUNC, USER_DEFINED, USER_DEFINED_TYPE_REFERENCE, ALIAS, KIND_NOT_SET ->
                throw new LoweringException.Unsupported("type " + type.getKindCase());
        };
    }

    private static String timestamp(int precision) {
        if (precision == 0) {
            return "TIMESTAMP_S";
        }
        if (precision <= 3) {
            return "TIMESTAMP_MS";
        }
        return precision <= 6 ? "TIMESTAMP" : "TIMESTAMP_NS";
    }

    private static String decimal(Type.Decimal type) {
        if (type.getPrecision() > DECIMAL_PRECISION_MAX) {
            throw new LoweringException.Unsupported("a decimal of " + type.getPrecision() + " digits");
        }
        return "DECIMAL(" + type.getPrecision() + ", " + type.getScale() + ')';
    }

    private static String struct(Type.Struct type, Iterator<String> fieldNames) {
        List<String> fields = new ArrayList<>();
        for (Type field : type.getTypesList()) {
            String name = fieldNames.next();
            fields.add(Quoting.name(name) + ' ' + nameOf(field, fieldNames));
        }
        return "STRUCT(" + String.join(", ", fields) + ')';
    }

    private static String tuple(Type.Struct type) {
        return type.getTypesList().stream().map(EngineTypes::nameOf).collect(Collectors.joining(", ", "TUPLE(", ")"));
    }

    private static String map(Type.Map type, Function<Type.Struct, String> structs) {
        String key = nameOf(type.getKey(), structs);
        return "MAP(" + key + ", " + nameOf(type.getValue(), structs) + ')';
    }
}
