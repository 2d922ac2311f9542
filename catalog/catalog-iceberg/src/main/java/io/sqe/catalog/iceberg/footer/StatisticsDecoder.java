package io.sqe.catalog.iceberg.footer;

import io.sqe.catalog.iceberg.footer.ValueEncoding.Meaning;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.util.ByteBuffers;

/**
 * Reads a value of Parquet's column statistics (PLAIN encoding) as a value of the Iceberg type of the column.
 *
 * <p>A combination of types that no writer of ours makes has no answer, and so no bound.
 */
final class StatisticsDecoder {
    private static final int UUID_BYTES = 16;

    private final ValueEncoding encoding;
    private final Type.PrimitiveType type;

    StatisticsDecoder(ValueEncoding encoding, Type.PrimitiveType type) {
        this.encoding = encoding;
        this.type = type;
    }

    /** Iceberg's internal form of the value: what {@link org.apache.iceberg.types.Conversions} takes. */
    Optional<Object> decode(ByteBuffer encoded) {
        byte[] bytes = ByteBuffers.toByteArray(encoded.duplicate());
        ByteBuffer little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return switch (encoding.physical()) {
            case BOOLEAN -> of(type.typeId() == Type.TypeID.BOOLEAN && bytes.length == 1, () -> bytes[0] != 0);
            case INT32 -> bytes.length == Integer.BYTES ? ofInteger(little.getInt()) : Optional.empty();
            case INT64 -> bytes.length == Long.BYTES ? ofInteger(little.getLong()) : Optional.empty();
            case FLOAT -> bytes.length == Float.BYTES ? ofFloating(little.getFloat()) : Optional.empty();
            case DOUBLE -> bytes.length == Double.BYTES ? ofFloating(little.getDouble()) : Optional.empty();
            case BYTES -> ofBytes(bytes);
            case UNORDERED -> Optional.empty();
        };
    }

    private Optional<Object> ofInteger(long value) {
        Meaning meaning = encoding.meaning();
        if (meaning == Meaning.UNSIGNED) {
            return Optional.empty();
        }
        return switch (type.typeId()) {
            case INTEGER, DATE -> of(value == (int) value, () -> (int) value);
            case LONG -> Optional.of(value);
            case TIME, TIMESTAMP -> of(meaning == Meaning.MICROSECONDS, () -> value);
            case TIMESTAMP_NANO -> of(meaning == Meaning.NANOSECONDS, () -> value);
            case DECIMAL -> ofDecimal(BigInteger.valueOf(value));
            default -> Optional.empty();
        };
    }

    private Optional<Object> ofFloating(double value) {
        if (Double.isNaN(value)) {
            return Optional.empty();
        }
        return switch (type.typeId()) {
            case FLOAT -> of((float) value == value, () -> (float) value);
            case DOUBLE -> Optional.of(value);
            default -> Optional.empty();
        };
    }

    private Optional<Object> ofBytes(byte[] bytes) {
        return switch (type.typeId()) {
            case STRING -> Optional.of(new String(bytes, StandardCharsets.UTF_8));
            case BINARY -> Optional.of(ByteBuffer.wrap(bytes));
            case FIXED -> of(bytes.length == ((Types.FixedType) type).length(), () -> ByteBuffer.wrap(bytes));
            case UUID -> of(bytes.length == UUID_BYTES, () -> uuid(ByteBuffer.wrap(bytes)));
            case DECIMAL -> bytes.length == 0 ? Optional.empty() : ofDecimal(new BigInteger(bytes));
            default -> Optional.empty();
        };
    }

    private Optional<Object> ofDecimal(BigInteger unscaled) {
        int scale = ((Types.DecimalType) type).scale();
        return of(encoding.scale() == scale, () -> new BigDecimal(unscaled, scale));
    }

    private static UUID uuid(ByteBuffer bigEndian) {
        return new UUID(bigEndian.getLong(), bigEndian.getLong());
    }

    private static Optional<Object> of(boolean readable, Supplier<Object> value) {
        return readable ? Optional.of(value.get()) : Optional.empty();
    }
}
