package io.sqe.gateway.ingest;

import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.Decimal256Vector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float2Vector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeNanoVector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.ViewVarBinaryVector;
import org.apache.arrow.vector.ViewVarCharVector;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.util.TransferPair;

/**
 * Takes one column of what is sent, in a type that engines read as it is.
 *
 * @param field as it is kept
 */
record ColumnIntake(Field field) {
    private static final int DECIMAL_DIGITS_MAX = 38;
    private static final int DECIMAL_BITS = 128;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final String EXTENSION = "ARROW:extension:name";

    /** @throws QueryException if no table can hold the column */
    static ColumnIntake of(Field sent) {
        ArrowType kept = switch (sent.getType()) {
            case ArrowType.Utf8View _ -> new ArrowType.Utf8();
            case ArrowType.BinaryView _ -> new ArrowType.Binary();
            case ArrowType.FloatingPoint number
            when number.getPrecision() == FloatingPointPrecision.HALF ->
                new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
            case ArrowType.Time time
            when time.getUnit() == TimeUnit.NANOSECOND -> new ArrowType.Time(TimeUnit.MICROSECOND, Long.SIZE);
            case ArrowType.Decimal decimal
            when decimal.getBitWidth() > DECIMAL_BITS && decimal.getPrecision() <= DECIMAL_DIGITS_MAX ->
                new ArrowType.Decimal(decimal.getPrecision(), decimal.getScale(), DECIMAL_BITS);
            case ArrowType same -> same;
        };
        Field field = new Field(
                sent.getName(),
                new FieldType(true, kept, sent.getDictionary(), extension(sent)),
                plain(sent.getChildren()));
        StorableTypes.require(field);
        return new ColumnIntake(field);
    }

    private static List<Field> plain(List<Field> children) {
        return children.stream()
                .map(child -> new Field(
                        child.getName(),
                        new FieldType(child.isNullable(), child.getType(), child.getDictionary()),
                        plain(child.getChildren())))
                .toList();
    }

    /** Of a field's metadata only what says that its bytes are a UUID. */
    private static Map<String, String> extension(Field sent) {
        String name = sent.getMetadata().get(EXTENSION);
        return "arrow.uuid".equals(name) ? Map.of(EXTENSION, name) : Map.of();
    }

    /** The column of a batch, checked and converted; the caller closes it. What was sent may be empty after that. */
    FieldVector take(FieldVector sent, int rowCount, BufferAllocator allocator) {
        BatchCheck.require(sent, rowCount);
        return switch (sent) {
            case ViewVarCharVector texts -> ofViews(texts, allocator);
            case ViewVarBinaryVector bytes -> ofViews(bytes, allocator);
            case Float2Vector halves -> ofHalves(halves, allocator);
            case TimeNanoVector times -> ofNanos(times, allocator);
            case Decimal256Vector decimals -> ofWide(decimals, allocator);
            default -> same(sent);
        };
    }

    /** The same buffers under the kept field. */
    private static FieldVector same(FieldVector sent) {
        TransferPair pair = sent.getTransferPair(sent.getAllocator());
        pair.transfer();
        return (FieldVector) pair.getTo();
    }

    private VarCharVector ofViews(ViewVarCharVector sent, BufferAllocator allocator) {
        VarCharVector kept = new VarCharVector(field, allocator);
        return filled(kept, sent, row -> kept.setSafe(row, sent.get(row)));
    }

    private VarBinaryVector ofViews(ViewVarBinaryVector sent, BufferAllocator allocator) {
        VarBinaryVector kept = new VarBinaryVector(field, allocator);
        return filled(kept, sent, row -> kept.setSafe(row, sent.get(row)));
    }

    private Float4Vector ofHalves(Float2Vector sent, BufferAllocator allocator) {
        Float4Vector kept = new Float4Vector(field, allocator);
        return filled(kept, sent, row -> kept.setSafe(row, sent.getValueAsFloat(row)));
    }

    private TimeMicroVector ofNanos(TimeNanoVector sent, BufferAllocator allocator) {
        TimeMicroVector kept = new TimeMicroVector(field, allocator);
        return filled(kept, sent, row -> {
            long nanos = sent.get(row);
            if (nanos % NANOS_PER_MICRO != 0) {
                throw lossy("a time with nanoseconds; times have microseconds");
            }
            kept.setSafe(row, nanos / NANOS_PER_MICRO);
        });
    }

    private DecimalVector ofWide(Decimal256Vector sent, BufferAllocator allocator) {
        DecimalVector kept = new DecimalVector(field, allocator);
        int digits = ((ArrowType.Decimal) field.getType()).getPrecision();
        return filled(kept, sent, row -> {
            BigDecimal value = sent.getObjectNotNull(row);
            if (value.precision() > digits) {
                throw lossy("a decimal of more than %d digits".formatted(digits));
            }
            kept.setSafe(row, value);
        });
    }

    /** Has each value that is there set; what is kept is closed if one cannot be. */
    private static <V extends FieldVector> V filled(V kept, FieldVector sent, IntConsumer setRow) {
        int rows = sent.getValueCount();
        kept.setInitialCapacity(rows);
        kept.allocateNew();
        boolean isFilled = false;
        try {
            IntStream.range(0, rows).filter(row -> !sent.isNull(row)).forEach(setRow);
            kept.setValueCount(rows);
            isFilled = true;
            return kept;
        } finally {
            if (!isFilled) {
                kept.close();
            }
        }
    }

    private QueryException lossy(String what) {
        return new QueryException(
                ErrorCode.NUMERIC_VALUE_OUT_OF_RANGE,
                "Cannot store column %s: it has %s. Round it before you send it.".formatted(field.getName(), what),
                Optional.empty(),
                null);
    }
}
