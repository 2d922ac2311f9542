package io.sqe.gateway.ingest;

import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.BaseLargeVariableWidthVector;
import org.apache.arrow.vector.BaseVariableWidthVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeMilliVector;
import org.apache.arrow.vector.TimeNanoVector;
import org.apache.arrow.vector.TimeSecVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.complex.LargeListVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.StructVector;

/**
 * Checks that a stranger's vectors are what they claim to be. Arrow's readers believe the offsets in a batch; an engine that follows
 * one beyond its buffer reads other people's memory.
 */
final class BatchCheck {
    private static final int LONG_OFFSET_BYTES = 8;
    private static final int OFFSET_BYTES = 4;

    private final String column;

    private BatchCheck(String column) {
        this.column = column;
    }

    /** @throws QueryException if a column is not as long as the batch, or is damaged */
    static void require(FieldVector vector, int rowCount) {
        BatchCheck check = new BatchCheck(vector.getName());
        if (vector.getValueCount() != rowCount) {
            throw check.damaged("it has not as many values as the batch has rows");
        }
        check.check(vector);
    }

    private void check(FieldVector vector) {
        int count = vector.getValueCount();
        switch (vector) {
            case VarCharVector texts -> checkTexts(texts.getOffsetBuffer(), OFFSET_BYTES, count, texts.getDataBuffer());
            case LargeVarCharVector texts ->
                checkTexts(texts.getOffsetBuffer(), LONG_OFFSET_BYTES, count, texts.getDataBuffer());
            case BaseVariableWidthVector bytes ->
                checkOffsets(
                        bytes.getOffsetBuffer(),
                        OFFSET_BYTES,
                        count,
                        bytes.getDataBuffer().capacity());
            case BaseLargeVariableWidthVector bytes ->
                checkOffsets(
                        bytes.getOffsetBuffer(),
                        LONG_OFFSET_BYTES,
                        count,
                        bytes.getDataBuffer().capacity());
            case ListVector lists -> {
                checkOffsets(
                        lists.getOffsetBuffer(),
                        OFFSET_BYTES,
                        count,
                        lists.getDataVector().getValueCount());
                check(lists.getDataVector());
            }
            case LargeListVector lists -> {
                checkOffsets(
                        lists.getOffsetBuffer(),
                        LONG_OFFSET_BYTES,
                        count,
                        lists.getDataVector().getValueCount());
                check(lists.getDataVector());
            }
            case FixedSizeListVector lists -> {
                if ((long) count * lists.getListSize() > lists.getDataVector().getValueCount()) {
                    throw damaged("its lists are longer than what is in them");
                }
                check(lists.getDataVector());
            }
            case StructVector structs -> structs.getChildrenFromFields().forEach(field -> checkField(field, count));
            default -> checkValues(vector, count);
        }
    }

    private void checkField(FieldVector field, int count) {
        if (field.getValueCount() < count) {
            throw damaged("a field in it has fewer values than it has rows");
        }
        check(field);
    }

    private void checkOffsets(ArrowBuf offsets, int width, int count, long end) {
        long last = 0;
        for (long i = 0; count > 0 && i <= count; i++) {
            long offset = offset(offsets, width, i);
            if (offset < last) {
                throw damaged("its offsets go backwards");
            }
            last = offset;
        }
        if (last > end) {
            throw damaged("its offsets go beyond its values");
        }
    }

    private static long offset(ArrowBuf offsets, int width, long index) {
        return width == OFFSET_BYTES ? offsets.getInt(index * width) : offsets.getLong(index * width);
    }

    private void checkTexts(ArrowBuf offsets, int width, int count, ArrowBuf bytes) {
        checkOffsets(offsets, width, count, bytes.capacity());
        if (count == 0 || Utf8.isAscii(bytes, offset(offsets, width, 0), offset(offsets, width, count))) {
            return;
        }
        for (long i = 0; i < count; i++) {
            if (!Utf8.isValid(bytes, offset(offsets, width, i), offset(offsets, width, i + 1))) {
                throw damaged("a text in it is not UTF-8");
            }
        }
    }

    private void checkValues(FieldVector vector, int count) {
        switch (vector) {
            case DecimalVector decimals -> checkDecimals(decimals, count);
            case TimeSecVector times -> checkTimes(times, TimeUnit.DAYS.toSeconds(1), row -> times.get(row));
            case TimeMilliVector times -> checkTimes(times, TimeUnit.DAYS.toMillis(1), row -> times.get(row));
            case TimeMicroVector times -> checkTimes(times, TimeUnit.DAYS.toMicros(1), times::get);
            case TimeNanoVector times -> checkTimes(times, TimeUnit.DAYS.toNanos(1), times::get);
            default -> {
                // Any bits are a value, and Arrow's vectors are never shorter than their count says.
            }
        }
    }

    private void checkTimes(FieldVector times, long day, Times values) {
        for (int row = 0; row < times.getValueCount(); row++) {
            if (!times.isNull(row) && (values.at(row) < 0 || values.at(row) >= day)) {
                throw damaged("a time in it is not within a day");
            }
        }
    }

    private void checkDecimals(DecimalVector decimals, int count) {
        BigInteger limit = BigInteger.TEN.pow(decimals.getPrecision());
        long shortLimit = limit.bitLength() < Long.SIZE ? limit.longValueExact() : Long.MAX_VALUE;
        for (int row = 0; row < count; row++) {
            if (!decimals.isNull(row) && !fits(decimals, row, limit, shortLimit)) {
                throw damaged("a decimal in it has more than %d digits".formatted(decimals.getPrecision()));
            }
        }
    }

    /** Most decimals are short. */
    private static boolean fits(DecimalVector decimals, int row, BigInteger limit, long shortLimit) {
        long at = (long) row * DecimalVector.TYPE_WIDTH;
        long low = decimals.getDataBuffer().getLong(at);
        long high = decimals.getDataBuffer().getLong(at + Long.BYTES);
        if (high == low >> (Long.SIZE - 1)) {
            return low > -shortLimit && low < shortLimit;
        }
        return decimals.getObjectNotNull(row).unscaledValue().abs().compareTo(limit) < 0;
    }

    private QueryException damaged(String why) {
        return new QueryException(
                ErrorCode.INVALID_ARGUMENTS,
                "Column %s of the rows that were sent is damaged: %s.".formatted(column, why),
                Optional.empty(),
                null);
    }

    /** The times of a vector in its unit. */
    private interface Times {
        long at(int row);
    }
}
