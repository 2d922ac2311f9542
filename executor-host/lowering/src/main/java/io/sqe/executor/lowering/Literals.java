package io.sqe.executor.lowering;

import com.google.protobuf.ByteString;
import io.substrait.proto.Expression.Literal;
import io.substrait.proto.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Writes a plan's constants in DuckDB's SQL, exactly and with exactly their type. */
final class Literals {
    private static final int BYTES_OF_DECIMAL = 16;

    private Literals() {}

    static Value lower(Literal literal) {
        return switch (literal.getLiteralTypeCase()) {
            case NULL -> typed("NULL", literal.getNull());
            case BOOLEAN -> Value.literal(literal.getBoolean() ? "TRUE" : "FALSE", PlanTypes.BOOLEAN);
            case I8 -> typed(Integer.toString(literal.getI8()), PlanTypes.I8);
            case I16 -> typed(Integer.toString(literal.getI16()), PlanTypes.I16);
            case I32 -> i32(literal.getI32());
            case I64 -> typed(Long.toString(literal.getI64()), PlanTypes.I64);
            case FP32 -> floating(Float.toString(literal.getFp32()), PlanTypes.FP32);
            case FP64 -> floating(Double.toString(literal.getFp64()), PlanTypes.FP64);
            case DECIMAL -> decimal(literal.getDecimal());
            case STRING -> text(literal.getString());
            case FIXED_CHAR ->
                text(literal.getFixedChar()).typed(PlanTypes.fixedChar(lengthOf(literal.getFixedChar())));
            case VAR_CHAR ->
                text(literal.getVarChar().getValue())
                        .typed(PlanTypes.varchar(literal.getVarChar().getLength()));
            case BINARY -> binary(literal.getBinary());
            case FIXED_BINARY -> binary(literal.getFixedBinary());
            case UUID -> uuid(literal.getUuid());
            case LIST, EMPTY_LIST, MAP, EMPTY_MAP, STRUCT -> nested(literal);
            case DATE,
                    PRECISION_TIME,
                    PRECISION_TIMESTAMP,
                    PRECISION_TIMESTAMP_TZ,
                    INTERVAL_YEAR_TO_MONTH,
                    INTERVAL_DAY_TO_SECOND,
                    INTERVAL_COMPOUND -> TimeLiterals.lower(literal);
            case TIME, TIMESTAMP, TIMESTAMP_TZ, USER_DEFINED, LITERALTYPE_NOT_SET ->
                throw new LoweringException.Unsupported("a constant of kind " + literal.getLiteralTypeCase());
        };
    }

    static Value text(String text) {
        return Value.literal(Quoting.text(text), PlanTypes.STRING);
    }

    private static int lengthOf(String text) {
        return text.codePointCount(0, text.length());
    }

    /** A constant whose SQL would by itself have another type. */
    static Value typed(String sql, Type type) {
        return Value.literal("CAST(" + sql + " AS " + EngineTypes.nameOf(type) + ')', type);
    }

    private static Value i32(int value) {
        // A minus makes it an operation; the smallest value without its minus would be a BIGINT.
        return value < 0
                ? typed(Integer.toString(value), PlanTypes.I32)
                : Value.literal(Integer.toString(value), PlanTypes.I32);
    }

    /** As text, since DuckDB would read digits with a point as a decimal. It knows Java's spelling of NaN and infinities. */
    private static Value floating(String digits, Type type) {
        return typed(Quoting.text(digits), type);
    }

    private static Value decimal(Literal.Decimal decimal) {
        byte[] littleEndian = decimal.getValue().toByteArray();
        if (littleEndian.length != BYTES_OF_DECIMAL) {
            throw new LoweringException.Malformed("a decimal constant has " + littleEndian.length + " bytes");
        }
        byte[] bigEndian = new byte[BYTES_OF_DECIMAL];
        for (int i = 0; i < BYTES_OF_DECIMAL; i++) {
            bigEndian[i] = littleEndian[BYTES_OF_DECIMAL - 1 - i];
        }
        var value = new BigDecimal(new BigInteger(bigEndian), decimal.getScale());
        return typed(
                Quoting.text(value.toPlainString()), PlanTypes.decimal(decimal.getPrecision(), decimal.getScale()));
    }

    private static Value binary(ByteString bytes) {
        return Value.literal(blob(bytes), PlanTypes.BINARY);
    }

    static String blob(ByteString bytes) {
        return bytes.isEmpty()
                ? "CAST('' AS BLOB)"
                : "from_hex('" + HexFormat.of().formatHex(bytes.toByteArray()) + "')";
    }

    private static Value uuid(ByteString bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
        if (buffer.remaining() != 2 * Long.BYTES) {
            throw new LoweringException.Malformed("a UUID constant has " + buffer.remaining() + " bytes");
        }
        var uuid = new UUID(buffer.getLong(), buffer.getLong());
        return typed(Quoting.text(uuid.toString()), PlanTypes.UUID);
    }

    private static Value nested(Literal literal) {
        return switch (literal.getLiteralTypeCase()) {
            case EMPTY_LIST -> typed("[]", PlanTypes.list(literal.getEmptyList().getType()));
            case EMPTY_MAP ->
                typed(
                        "MAP {}",
                        PlanTypes.map(
                                literal.getEmptyMap().getKey(),
                                literal.getEmptyMap().getValue()));
            case LIST -> NestedValues.list(lowerAll(literal.getList().getValuesList()));
            case STRUCT -> NestedValues.struct(lowerAll(literal.getStruct().getFieldsList()));
            default -> {
                var entries = literal.getMap().getKeyValuesList();
                yield NestedValues.map(
                        lowerAll(entries.stream()
                                .map(Literal.Map.KeyValue::getKey)
                                .toList()),
                        lowerAll(entries.stream()
                                .map(Literal.Map.KeyValue::getValue)
                                .toList()));
            }
        };
    }

    private static List<Value> lowerAll(List<Literal> literals) {
        return literals.stream().map(Literals::lower).toList();
    }
}
