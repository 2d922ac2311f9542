package io.sqe.gateway.trino.testing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.IntervalMonthDayNanoVector;
import org.apache.arrow.vector.NullVector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.TimeStampMicroVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.MapVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.complex.impl.UnionListWriter;
import org.apache.arrow.vector.complex.impl.UnionMapWriter;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.util.Text;

/** One row with a value of every type, most of them at an edge. */
public final class EveryType {

    private EveryType() {}

    public static List<FieldVector> vectors(BufferAllocator allocator) {
        BitVector bool = new BitVector("bool", allocator);
        bool.setSafe(0, 1);
        TinyIntVector tiny = new TinyIntVector("tiny", allocator);
        tiny.setSafe(0, -7);
        BigIntVector big = new BigIntVector("big", allocator);
        big.setSafe(0, Long.MIN_VALUE);
        UInt8Vector unsigned = new UInt8Vector("unsigned", allocator);
        unsigned.setSafe(0, -1L);
        Float4Vector real = new Float4Vector("real", allocator);
        real.setSafe(0, 1.5f);
        Float8Vector nan = new Float8Vector("nan", allocator);
        nan.setSafe(0, Double.NaN);
        DecimalVector small = new DecimalVector("small_decimal", allocator, 10, 2);
        small.setSafe(0, new BigDecimal("-0.05"));
        DecimalVector wide = new DecimalVector("wide_decimal", allocator, 38, 2);
        wide.setSafe(0, new BigDecimal("-1234567890123456789012345678.90"));
        VarCharVector text = new VarCharVector("text", allocator);
        text.setSafe(0, "a \"quoted\" \\ line\nand \u00e4\ud83e\udd86".getBytes(StandardCharsets.UTF_8));
        VarBinaryVector bytes = new VarBinaryVector("bytes", allocator);
        bytes.setSafe(0, new byte[] {0, 1, (byte) 255});
        List<FieldVector> plain = List.of(bool, tiny, big, unsigned, real, nan, small, wide, text, bytes);
        return withOneRow(List.of(plain, temporal(allocator), nested(allocator)));
    }

    private static List<FieldVector> temporal(BufferAllocator allocator) {
        DateDayVector day = new DateDayVector("day", allocator);
        day.setSafe(0, -1);
        TimeMicroVector clock = new TimeMicroVector("clock", allocator);
        clock.setSafe(0, TimeUnit.DAYS.toMicros(1) - 1);
        TimeStampMicroVector stamp = new TimeStampMicroVector("stamp", allocator);
        stamp.setSafe(0, -1);
        TimeStampMicroTZVector instant = new TimeStampMicroTZVector("instant", allocator, "UTC");
        instant.setSafe(
                0,
                TimeUnit.SECONDS.toMicros(Instant.parse("2020-07-01T10:00:00Z").getEpochSecond()));
        IntervalMonthDayNanoVector months = new IntervalMonthDayNanoVector("months", allocator);
        months.setSafe(0, 14, 0, 0);
        IntervalMonthDayNanoVector span = new IntervalMonthDayNanoVector("span", allocator);
        span.setSafe(0, 0, -1, -TimeUnit.MILLISECONDS.toNanos(7_384_005));
        return List.of(day, clock, stamp, instant, months, span);
    }

    private static List<FieldVector> nested(BufferAllocator allocator) {
        ListVector list = ListVector.empty("list", allocator);
        UnionListWriter elements = list.getWriter();
        elements.startList();
        elements.integer().writeInt(1);
        elements.integer().writeNull();
        elements.integer().writeInt(3);
        elements.endList();
        MapVector map = MapVector.empty("map", allocator, false);
        UnionMapWriter entries = map.getWriter();
        entries.startMap();
        for (Map.Entry<String, Integer> entry : List.of(Map.entry("a", 1), Map.entry("b", 2))) {
            entries.startEntry();
            entries.key().varChar().writeVarChar(new Text(entry.getKey()));
            entries.value().integer().writeInt(entry.getValue());
            entries.endEntry();
        }
        entries.endMap();
        StructVector pair = StructVector.empty("pair", allocator);
        pair.addOrGet("x", FieldType.nullable(new ArrowType.Int(32, true)), IntVector.class)
                .setSafe(0, 7);
        pair.addOrGet("y", FieldType.nullable(new ArrowType.Utf8()), VarCharVector.class)
                .setSafe(0, "seven".getBytes(StandardCharsets.UTF_8));
        pair.setIndexDefined(0);
        return List.of(list, map, pair, new NullVector("nothing", 1));
    }

    private static List<FieldVector> withOneRow(List<List<FieldVector>> parts) {
        List<FieldVector> all = parts.stream().flatMap(List::stream).toList();
        all.forEach(vector -> vector.setValueCount(1));
        return all;
    }
}
