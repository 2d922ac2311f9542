package io.sqe.executor.lowering;

import io.substrait.proto.Type;

/** Types of the plan that the lowering itself must name. Nullability plays no part: the engine has none. */
final class PlanTypes {
    static final Type BOOLEAN =
            Type.newBuilder().setBool(Type.Boolean.getDefaultInstance()).build();
    static final Type I8 = Type.newBuilder().setI8(Type.I8.getDefaultInstance()).build();
    static final Type I16 =
            Type.newBuilder().setI16(Type.I16.getDefaultInstance()).build();
    static final Type I32 =
            Type.newBuilder().setI32(Type.I32.getDefaultInstance()).build();
    static final Type I64 =
            Type.newBuilder().setI64(Type.I64.getDefaultInstance()).build();
    static final Type FP32 =
            Type.newBuilder().setFp32(Type.FP32.getDefaultInstance()).build();
    static final Type FP64 =
            Type.newBuilder().setFp64(Type.FP64.getDefaultInstance()).build();
    static final Type STRING =
            Type.newBuilder().setString(Type.String.getDefaultInstance()).build();
    static final Type BINARY =
            Type.newBuilder().setBinary(Type.Binary.getDefaultInstance()).build();
    static final Type DATE =
            Type.newBuilder().setDate(Type.Date.getDefaultInstance()).build();
    static final Type UUID =
            Type.newBuilder().setUuid(Type.UUID.getDefaultInstance()).build();
    static final Type INTERVAL = Type.newBuilder()
            .setIntervalCompound(Type.IntervalCompound.newBuilder().setPrecision(6))
            .build();

    private PlanTypes() {}

    static Type decimal(int precision, int scale) {
        return Type.newBuilder()
                .setDecimal(Type.Decimal.newBuilder().setPrecision(precision).setScale(scale))
                .build();
    }

    static Type varchar(int length) {
        return Type.newBuilder()
                .setVarchar(Type.VarChar.newBuilder().setLength(length))
                .build();
    }

    static Type fixedChar(int length) {
        return Type.newBuilder()
                .setFixedChar(Type.FixedChar.newBuilder().setLength(length))
                .build();
    }

    static Type time(int precision) {
        return Type.newBuilder()
                .setPrecisionTime(Type.PrecisionTime.newBuilder().setPrecision(precision))
                .build();
    }

    static Type timestamp(int precision) {
        return Type.newBuilder()
                .setPrecisionTimestamp(Type.PrecisionTimestamp.newBuilder().setPrecision(precision))
                .build();
    }

    static Type timestampTz(int precision) {
        return Type.newBuilder()
                .setPrecisionTimestampTz(Type.PrecisionTimestampTZ.newBuilder().setPrecision(precision))
                .build();
    }

    static Type list(Type element) {
        return Type.newBuilder()
                .setList(Type.List.newBuilder().setType(element))
                .build();
    }

    static Type map(Type key, Type value) {
        return Type.newBuilder()
                .setMap(Type.Map.newBuilder().setKey(key).setValue(value))
                .build();
    }

    static Type struct(Iterable<Type> fields) {
        return Type.newBuilder()
                .setStruct(Type.Struct.newBuilder().addAllTypes(fields))
                .build();
    }
}
