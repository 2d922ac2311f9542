package io.sqe.gateway.trino.type;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.UUID;
import org.apache.arrow.memory.util.Float16;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.Decimal256Vector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.ExtensionTypeVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.FixedSizeBinaryVector;
import org.apache.arrow.vector.Float2Vector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.LargeVarBinaryVector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.NullVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.UInt2Vector;
import org.apache.arrow.vector.UInt4Vector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.ViewVarBinaryVector;
import org.apache.arrow.vector.ViewVarCharVector;

/**
 * Makes the writer for a vector, of any of Arrow's types: numbers and booleans are bare, NaN and the infinities strings, decimals
 * strings, binary values base64.
 */
public final class ValueWriters {
    private static final int UUID_BYTES = 16;

    private final TemporalWriters temporal;

    public ValueWriters(Rendering rendering) {
        this.temporal = new TemporalWriters(rendering);
    }

    /** A writer that also writes NULL. */
    public ValueWriter of(FieldVector vector) {
        if (vector instanceof NullVector) {
            return (row, json) -> json.writeNull();
        }
        ValueWriter values = notNull(vector);
        return (row, json) -> {
            if (vector.isNull(row)) {
                json.writeNull();
            } else {
                values.write(row, json);
            }
        };
    }

    private ValueWriter notNull(FieldVector vector) {
        return switch (vector) {
            case ExtensionTypeVector<?> extension -> notNull((FieldVector) extension.getUnderlyingVector());
            case BitVector bits -> (row, json) -> json.writeBoolean(bits.get(row) != 0);
            case TinyIntVector ints
            when ArrowToTrino.isExtension(ints.getField(), "arrow.bool8") ->
                (row, json) -> json.writeBoolean(ints.get(row) != 0);
            case TinyIntVector ints -> (row, json) -> json.writeNumber(ints.get(row));
            case SmallIntVector ints -> (row, json) -> json.writeNumber(ints.get(row));
            case IntVector ints -> (row, json) -> json.writeNumber(ints.get(row));
            case BigIntVector ints -> (row, json) -> json.writeNumber(ints.get(row));
            case UInt1Vector ints -> (row, json) -> json.writeNumber(ints.getValueAsLong(row));
            case UInt2Vector ints -> (row, json) -> json.writeNumber(ints.getValueAsLong(row));
            case UInt4Vector ints -> (row, json) -> json.writeNumber(ints.getValueAsLong(row));
            case UInt8Vector ints -> (row, json) -> json.writeString(Long.toUnsignedString(ints.get(row)));
            case Float2Vector floats -> (row, json) -> real(Float16.toFloat(floats.get(row)), json);
            case Float4Vector floats -> (row, json) -> real(floats.get(row), json);
            case Float8Vector floats -> (row, json) -> number(floats.get(row), json);
            case DecimalVector decimals -> decimal(decimals);
            case Decimal256Vector decimals ->
                (row, json) -> json.writeString(decimals.getObject(row).toPlainString());
            default -> textOrBytes(vector);
        };
    }

    private ValueWriter textOrBytes(FieldVector vector) {
        return switch (vector) {
            case VarCharVector texts -> (row, json) -> text(texts.get(row), json);
            case LargeVarCharVector texts -> (row, json) -> text(texts.get(row), json);
            case ViewVarCharVector texts -> (row, json) -> text(texts.get(row), json);
            case VarBinaryVector bytes -> (row, json) -> json.writeBinary(bytes.get(row));
            case LargeVarBinaryVector bytes -> (row, json) -> json.writeBinary(bytes.get(row));
            case ViewVarBinaryVector bytes -> (row, json) -> json.writeBinary(bytes.get(row));
            case FixedSizeBinaryVector bytes
            when bytes.getByteWidth() == UUID_BYTES && ArrowToTrino.isExtension(bytes.getField(), "arrow.uuid") ->
                (row, json) -> json.writeString(uuid(bytes, row));
            case FixedSizeBinaryVector bytes -> (row, json) -> json.writeBinary(bytes.get(row));
            default -> temporal.find(vector).orElseGet(() -> new NestedWriters(this).of(vector));
        };
    }

    private static void real(float value, JsonGenerator json) throws IOException {
        if (Float.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeString(Float.toString(value));
        }
    }

    private static void number(double value, JsonGenerator json) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeString(Double.toString(value));
        }
    }

    /** Most decimals fit into a long: no big number is made for them. */
    private static ValueWriter decimal(DecimalVector decimals) {
        int scale = decimals.getScale();
        return (row, json) -> {
            long start = (long) row * DecimalVector.TYPE_WIDTH;
            long low = decimals.getDataBuffer().getLong(start);
            long high = decimals.getDataBuffer().getLong(start + Long.BYTES);
            if (high == low >> (Long.SIZE - 1) && low != Long.MIN_VALUE) {
                json.writeString(DecimalText.of(low, scale));
            } else {
                BigInteger unscaled =
                        BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(new BigInteger(Long.toUnsignedString(low)));
                json.writeString(new BigDecimal(unscaled, scale).toPlainString());
            }
        };
    }

    private static void text(byte[] utf8, JsonGenerator json) throws IOException {
        json.writeUTF8String(utf8, 0, utf8.length);
    }

    private static String uuid(FixedSizeBinaryVector vector, int row) {
        long start = (long) row * UUID_BYTES;
        long high = Long.reverseBytes(vector.getDataBuffer().getLong(start));
        long low = Long.reverseBytes(vector.getDataBuffer().getLong(start + Long.BYTES));
        return new UUID(high, low).toString();
    }
}
