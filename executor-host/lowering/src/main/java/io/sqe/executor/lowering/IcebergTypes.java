package io.sqe.executor.lowering;

import io.sqe.fragment.v1.Constant;
import io.sqe.fragment.v1.Field;
import io.substrait.proto.Expression.Literal;
import io.substrait.proto.Expression.Literal.PrecisionTime;
import io.substrait.proto.Expression.Literal.PrecisionTimestamp;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names Iceberg's types in DuckDB's SQL, and writes Iceberg's constants. */
final class IcebergTypes {
    private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d+), ?(\\d+)\\)");

    private IcebergTypes() {}

    static String nameOf(Field field) {
        String type = field.getType();
        Matcher decimal = DECIMAL.matcher(type);
        if (decimal.matches()) {
            return "DECIMAL(" + decimal.group(1) + ", " + decimal.group(2) + ')';
        }
        if (type.startsWith("fixed")) {
            return "BLOB";
        }
        return switch (type) {
            case "boolean" -> "BOOLEAN";
            case "int" -> "INTEGER";
            case "long" -> "BIGINT";
            case "float" -> "FLOAT";
            case "double" -> "DOUBLE";
            case "date" -> "DATE";
            case "time" -> "TIME";
            case "timestamp" -> "TIMESTAMP";
            case "timestamptz" -> "TIMESTAMPTZ";
            case "timestamp_ns" -> "TIMESTAMP_NS";
            case "timestamptz_ns" -> "TIMESTAMPTZ_NS";
            case "string" -> "VARCHAR";
            case "uuid" -> "UUID";
            case "binary" -> "BLOB";
            case "list" -> nameOf(field.getChildren(0)) + "[]";
            case "map" -> "MAP(" + nameOf(field.getChildren(0)) + ", " + nameOf(field.getChildren(1)) + ')';
            case "struct" ->
                field.getChildrenList().stream()
                        .map(child -> Quoting.name(child.getName()) + ' ' + nameOf(child))
                        .collect(Collectors.joining(", ", "STRUCT(", ")"));
            default -> throw new LoweringException.Unsupported("Iceberg type " + type);
        };
    }

    /** A constant in the field's type. */
    static String constant(Field field, Constant constant) {
        return switch (constant.getValueCase()) {
            case NULL, VALUE_NOT_SET -> cast("NULL", field);
            case BOOLEAN -> constant.getBoolean() ? "TRUE" : "FALSE";
            case INTEGER -> ofInteger(field, constant.getInteger());
            case FLOATING -> cast(Quoting.text(Double.toString(constant.getFloating())), field);
            case TEXT -> cast(Quoting.text(constant.getText()), field);
            case BINARY -> Literals.blob(constant.getBinary());
        };
    }

    private static String ofInteger(Field field, long value) {
        Literal.Builder literal = Literal.newBuilder();
        switch (field.getType()) {
            case "date" -> literal.setDate(Math.toIntExact(value));
            case "time" ->
                literal.setPrecisionTime(
                        PrecisionTime.newBuilder().setPrecision(6).setValue(value));
            case "timestamp" -> literal.setPrecisionTimestamp(timestamp(value, 6));
            case "timestamp_ns" -> literal.setPrecisionTimestamp(timestamp(value, 9));
            case "timestamptz" -> literal.setPrecisionTimestampTz(timestamp(value, 6));
            case "timestamptz_ns" -> literal.setPrecisionTimestampTz(timestamp(value, 9));
            default -> {
                return cast(Long.toString(value), field);
            }
        }
        return Literals.lower(literal.build()).sql();
    }

    private static PrecisionTimestamp.Builder timestamp(long value, int precision) {
        return PrecisionTimestamp.newBuilder().setPrecision(precision).setValue(value);
    }

    private static String cast(String sql, Field field) {
        return "CAST(" + sql + " AS " + nameOf(field) + ')';
    }
}
