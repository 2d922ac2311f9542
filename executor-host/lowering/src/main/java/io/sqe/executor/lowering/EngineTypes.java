package io.sqe.executor.lowering;

import io.substrait.proto.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Names the plan's types in DuckDB's SQL. */
final class EngineTypes {
    static final int DECIMAL_PRECISION_MAX = 38;

    private EngineTypes() {}

    /** The engine's type. Fields of structs, which have no names in a plan's types, are called {@code f0}, {@code f1} … */
    static String nameOf(Type type) {
        return nameOf(type, new NumberedNames());
    }

    /** The engine's type, with the names of struct fields taken from the iterator, depth first. */
    static String nameOf(Type type, Iterator<String> fieldNames) {
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
            case STRUCT -> struct(type.getStruct(), fieldNames);
            case LIST -> nameOf(type.getList().getType(), fieldNames) + "[]";
            case MAP -> map(type.getMap(), fieldNames);
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

    private static String map(Type.Map type, Iterator<String> fieldNames) {
        String key = nameOf(type.getKey(), fieldNames);
        return "MAP(" + key + ", " + nameOf(type.getValue(), fieldNames) + ')';
    }

    private static final class NumberedNames implements Iterator<String> {
        private int next;

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public String next() {
            return "f" + next++;
        }
    }
}
