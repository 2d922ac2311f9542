package io.sqe.substrait.translation;

import static java.util.Objects.requireNonNull;

import io.substrait.proto.NamedStruct;
import io.substrait.proto.Type;
import io.substrait.proto.Type.Nullability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;

/** Says Calcite's types in Substrait. One for each plan, since it remembers what it said. */
final class RelTypeToSubstrait {
    static final int MICROSECONDS = 6;
    static final int NANOSECONDS = 9;

    private final Map<RelDataType, Type> known = new HashMap<>();

    Type translate(RelDataType type) {
        Type translated = known.get(type);
        if (translated == null) {
            translated = build(type, nullability(type));
            known.put(type, translated);
        }
        return translated;
    }

    /** The type, with null among its values. */
    Type nullable(RelDataType type) {
        return type.isNullable() ? translate(type) : build(type, Nullability.NULLABILITY_NULLABLE);
    }

    /** Timestamps are of micro- or nanoseconds, whatever coarser precision SQL said. */
    static int timestampPrecision(RelDataType type) {
        return type.getPrecision() > MICROSECONDS ? NANOSECONDS : MICROSECONDS;
    }

    private Type build(RelDataType type, Nullability nullability) {
        Type.Builder out = Type.newBuilder();
        switch (type.getSqlTypeName()) {
            case BOOLEAN -> out.setBool(Type.Boolean.newBuilder().setNullability(nullability));
            case TINYINT -> out.setI8(Type.I8.newBuilder().setNullability(nullability));
            case SMALLINT -> out.setI16(Type.I16.newBuilder().setNullability(nullability));
            case INTEGER, NULL -> out.setI32(Type.I32.newBuilder().setNullability(nullability));
            case BIGINT -> out.setI64(Type.I64.newBuilder().setNullability(nullability));
            case REAL -> out.setFp32(Type.FP32.newBuilder().setNullability(nullability));
            case FLOAT, DOUBLE -> out.setFp64(Type.FP64.newBuilder().setNullability(nullability));
            case CHAR, VARCHAR -> out.setString(Type.String.newBuilder().setNullability(nullability));
            case BINARY, VARBINARY -> out.setBinary(Type.Binary.newBuilder().setNullability(nullability));
            case UUID -> out.setUuid(Type.UUID.newBuilder().setNullability(nullability));
            case DECIMAL ->
                out.setDecimal(Type.Decimal.newBuilder()
                        .setPrecision(type.getPrecision())
                        .setScale(type.getScale())
                        .setNullability(nullability));
            default -> buildTimeOrNested(type, nullability, out);
        }
        return out.build();
    }

    private void buildTimeOrNested(RelDataType type, Nullability nullability, Type.Builder out) {
        switch (type.getSqlTypeName()) {
            case DATE -> out.setDate(Type.Date.newBuilder().setNullability(nullability));
            case TIME ->
                out.setPrecisionTime(Type.PrecisionTime.newBuilder()
                        .setPrecision(MICROSECONDS)
                        .setNullability(nullability));
            case TIMESTAMP ->
                out.setPrecisionTimestamp(Type.PrecisionTimestamp.newBuilder()
                        .setPrecision(timestampPrecision(type))
                        .setNullability(nullability));
            case TIMESTAMP_WITH_LOCAL_TIME_ZONE, TIMESTAMP_TZ ->
                out.setPrecisionTimestampTz(Type.PrecisionTimestampTZ.newBuilder()
                        .setPrecision(timestampPrecision(type))
                        .setNullability(nullability));
            case INTERVAL_YEAR, INTERVAL_MONTH, INTERVAL_YEAR_MONTH ->
                out.setIntervalYear(Type.IntervalYear.newBuilder().setNullability(nullability));
            case INTERVAL_DAY,
                    INTERVAL_DAY_HOUR,
                    INTERVAL_DAY_MINUTE,
                    INTERVAL_DAY_SECOND,
                    INTERVAL_HOUR,
                    INTERVAL_HOUR_MINUTE,
                    INTERVAL_HOUR_SECOND,
                    INTERVAL_MINUTE,
                    INTERVAL_MINUTE_SECOND,
                    INTERVAL_SECOND ->
                out.setIntervalDay(
                        Type.IntervalDay.newBuilder().setPrecision(MICROSECONDS).setNullability(nullability));
            default -> buildNested(type, nullability, out);
        }
    }

    private void buildNested(RelDataType type, Nullability nullability, Type.Builder out) {
        switch (type.getSqlTypeName()) {
            case ARRAY, MULTISET ->
                out.setList(Type.List.newBuilder()
                        .setType(translate(requireNonNull(type.getComponentType())))
                        .setNullability(nullability));
            case MAP ->
                out.setMap(Type.Map.newBuilder()
                        .setKey(translate(requireNonNull(type.getKeyType())))
                        .setValue(translate(requireNonNull(type.getValueType())))
                        .setNullability(nullability));
            case ROW, STRUCTURED -> out.setStruct(struct(type).toBuilder().setNullability(nullability));
            default -> throw new TranslationException.Unsupported("a value of type " + type);
        }
    }

    /** The types of a row's fields. */
    Type.Struct struct(RelDataType row) {
        Type.Struct.Builder struct = Type.Struct.newBuilder().setNullability(Nullability.NULLABILITY_REQUIRED);
        for (RelDataTypeField field : row.getFieldList()) {
            struct.addTypes(translate(field.getType()));
        }
        return struct.build();
    }

    /** A row's fields with their names. */
    NamedStruct namedStruct(RelDataType row) {
        List<String> names = new ArrayList<>();
        row.getFieldList().forEach(field -> addNames(field.getName(), field.getType(), names));
        return NamedStruct.newBuilder()
                .addAllNames(names)
                .setStruct(struct(row))
                .build();
    }

    /** A column's name and those of the struct fields inside it, depth first, as Substrait lists them. */
    static void addNames(String name, RelDataType type, List<String> names) {
        names.add(name);
        addNestedNames(type, names);
    }

    private static void addNestedNames(RelDataType type, List<String> names) {
        if (type.isStruct()) {
            type.getFieldList().forEach(field -> addNames(field.getName(), field.getType(), names));
        } else if (type.getComponentType() != null) {
            addNestedNames(type.getComponentType(), names);
        } else if (type.getKeyType() != null) {
            addNestedNames(type.getKeyType(), names);
            addNestedNames(requireNonNull(type.getValueType()), names);
        }
    }

    private static Nullability nullability(RelDataType type) {
        return type.isNullable() ? Nullability.NULLABILITY_NULLABLE : Nullability.NULLABILITY_REQUIRED;
    }
}
