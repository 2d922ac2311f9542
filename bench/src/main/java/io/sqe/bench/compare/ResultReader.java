package io.sqe.bench.compare;

import io.sqe.bench.compare.Cell.Approximate;
import io.sqe.bench.compare.Cell.Binary;
import io.sqe.bench.compare.Cell.Clock;
import io.sqe.bench.compare.Cell.Exact;
import io.sqe.bench.compare.Cell.Items;
import io.sqe.bench.compare.Cell.Missing;
import io.sqe.bench.compare.Cell.Moment;
import io.sqe.bench.compare.Cell.Span;
import io.sqe.bench.compare.Cell.Text;
import io.sqe.bench.compare.Cell.Truth;
import io.sqe.executor.ArrowStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.PeriodDuration;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.jspecify.annotations.Nullable;

/** Reads Arrow batches into {@link ResultRow}s. */
public final class ResultReader {
    private ResultReader() {}

    /** Reads a stream to its end; does not close it. */
    public static ResultTable readAll(ArrowStream stream) {
        List<ResultRow> rows = new ArrayList<>();
        forEachRow(stream, rows::add);
        return new ResultTable(stream.schema(), rows);
    }

    /** Reads a stream to its end, one row in memory at a time; does not close it. */
    public static void forEachRow(ArrowStream stream, Consumer<ResultRow> action) {
        while (stream.loadNext()) {
            VectorSchemaRoot batch = stream.batch();
            for (int index = 0; index < batch.getRowCount(); index++) {
                action.accept(row(batch, index));
            }
        }
    }

    private static ResultRow row(VectorSchemaRoot batch, int index) {
        List<Cell> cells = new ArrayList<>(batch.getFieldVectors().size());
        for (FieldVector vector : batch.getFieldVectors()) {
            cells.add(cell(vector, index));
        }
        return new ResultRow(cells);
    }

    private static Cell cell(ValueVector vector, int index) {
        if (vector.isNull(index)) {
            return new Missing();
        }
        return switch (vector) {
            case TimeStampVector timestamps -> moment(timestamps, index);
            case DateDayVector dates -> date(dates.get(index));
            case BitVector bits -> new Truth(bits.get(index) != 0);
            default -> plain(vector.getObject(index), vector.getField().getType());
        };
    }

    /** What Arrow's {@code getObject} gives for the other types, and for what is inside lists. */
    private static Cell plain(@Nullable Object value, ArrowType type) {
        return switch (value) {
            case null -> new Missing();
            case Boolean truth -> new Truth(truth);
            case BigDecimal decimal -> new Exact(decimal);
            case Double number -> new Approximate(number);
            case Float number -> new Approximate(number);
            case Number integer -> new Exact(new BigDecimal(integer.toString()));
            case Character unsigned -> new Exact(BigDecimal.valueOf(unsigned));
            case byte[] bytes -> new Binary(HexFormat.of().formatHex(bytes));
            case LocalDateTime moment -> new Moment(moment);
            case LocalDate date -> new Moment(date.atStartOfDay());
            case LocalTime time -> new Clock(time);
            case PeriodDuration span -> span(span);
            case List<?> list ->
                new Items(list.stream().map(item -> plain(item, type)).toList());
            case Map<?, ?> struct ->
                new Items(
                        struct.values().stream().map(item -> plain(item, type)).toList());
            default -> other(value, type);
        };
    }

    private static Cell other(Object value, ArrowType type) {
        if (type instanceof ArrowType.Time time && value instanceof Long ticks) {
            return new Clock(LocalTime.ofNanoOfDay(ticks * nanosPer(time.getUnit())));
        }
        return new Text(value.toString());
    }

    private static Cell date(int epochDay) {
        return new Moment(LocalDate.ofEpochDay(epochDay).atStartOfDay());
    }

    private static Cell moment(TimeStampVector vector, int index) {
        TimeUnit unit = ((ArrowType.Timestamp) vector.getField().getType()).getUnit();
        long perSecond = 1_000_000_000L / nanosPer(unit);
        long ticks = vector.get(index);
        long nanos = Math.floorMod(ticks, perSecond) * nanosPer(unit);
        return new Moment(LocalDateTime.ofEpochSecond(Math.floorDiv(ticks, perSecond), (int) nanos, ZoneOffset.UTC));
    }

    private static Cell span(PeriodDuration span) {
        return new Span(
                span.getPeriod().toTotalMonths(),
                span.getPeriod().get(ChronoUnit.DAYS),
                span.getDuration().toNanos());
    }

    private static long nanosPer(TimeUnit unit) {
        return switch (unit) {
            case SECOND -> 1_000_000_000;
            case MILLISECOND -> 1_000_000;
            case MICROSECOND -> 1000;
            case NANOSECOND -> 1;
        };
    }
}
