package io.sqe.cli.format;

import static io.sqe.cli.testing.Column.memory;

import io.sqe.cli.testing.Column;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.FixedSizeBinaryVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntervalMonthDayNanoVector;
import org.apache.arrow.vector.NullVector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.TimeStampMicroVector;
import org.apache.arrow.vector.TimeStampMilliVector;
import org.apache.arrow.vector.TimeStampNanoVector;
import org.apache.arrow.vector.TimeStampSecVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ViewVarCharVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.MapVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.complex.impl.UnionListWriter;
import org.apache.arrow.vector.complex.impl.UnionMapWriter;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.jspecify.annotations.Nullable;

/** One row with a value of every type that the engine gives; below it a row of NULLs. */
final class EveryType {
    private static final long MORNING_SECONDS = 1_795_255_445L; // 2026-11-21 10:04:05

    private final List<FieldVector> vectors = new ArrayList<>();

    static VectorSchemaRoot batch() {
        EveryType types = new EveryType();
        types.addScalars();
        types.addTimes();
        types.addNested();
        VectorSchemaRoot root = new VectorSchemaRoot(types.vectors);
        root.setRowCount(2);
        return root;
    }

    private <V extends FieldVector> void add(V vector, Consumer<V> first) {
        vector.allocateNew();
        first.accept(vector);
        vector.setValueCount(2);
        vectors.add(vector);
    }

    private void addScalars() {
        add(new BitVector("bool", memory()), v -> v.set(0, 1));
        add(new TinyIntVector("tiny", memory()), v -> v.set(0, -128));
        add(new UInt1Vector("utiny", memory()), v -> v.set(0, 255));
        add(new BigIntVector("big", memory()), v -> v.set(0, Long.MIN_VALUE));
        add(new UInt8Vector("ubig", memory()), v -> v.set(0, -1L));
        add(new DecimalVector("decimal", memory(), 38, 10), v -> v.set(0, new BigDecimal("-1234.5000000000")));
        add(new Float4Vector("real", memory()), v -> v.set(0, 0.1f));
        add(new Float8Vector("double", memory()), v -> v.set(0, 1.5e10));
        add(new VarCharVector("text", memory()), v -> v.set(0, utf8("a\"b,c")));
        add(new ViewVarCharVector("view", memory()), v -> v.setSafe(0, utf8("longer than twelve bytes")));
        add(new VarBinaryVector("binary", memory()), v -> v.set(0, new byte[] {0, (byte) 0xab}));
        FieldType uuid = new FieldType(
                true, new ArrowType.FixedSizeBinary(16), null, Map.of("ARROW:extension:name", "arrow.uuid"));
        byte[] bytes = new byte[16];
        bytes[0] = 0x12;
        bytes[15] = (byte) 0xff;
        add(new FixedSizeBinaryVector(new Field("uuid", uuid, null), memory()), v -> v.set(0, bytes));
        vectors.add(new NullVector("null", 2));
    }

    private void addTimes() {
        add(new DateDayVector("date", memory()), v -> v.set(0, -1));
        add(new TimeMicroVector("time", memory()), v -> v.set(0, 3_600_000_500L));
        add(new TimeStampSecVector("ts_s", memory()), v -> v.set(0, MORNING_SECONDS));
        add(new TimeStampMilliVector("ts_ms", memory()), v -> v.set(0, MORNING_SECONDS * 1000 + 120));
        add(new TimeStampMicroVector("ts_us", memory()), v -> v.set(0, -1));
        add(new TimeStampNanoVector("ts_ns", memory()), v -> v.set(0, MORNING_SECONDS * 1_000_000_000 + 1));
        add(new TimeStampMicroTZVector("tstz", memory(), "UTC"), v -> v.set(0, MORNING_SECONDS * 1_000_000));
        add(new IntervalMonthDayNanoVector("interval", memory()), v -> v.set(0, 14, -3, 3_661_500_000_000L));
    }

    private void addNested() {
        ListVector list = ListVector.empty("list", memory());
        UnionListWriter values = list.getWriter();
        values.setPosition(0);
        values.startList();
        values.writeVarChar("x");
        values.writeNull();
        values.endList();
        list.setValueCount(2);
        vectors.add(list);

        StructVector struct = StructVector.empty("struct", memory());
        VarCharVector name = struct.addOrGet("n", FieldType.nullable(new ArrowType.Utf8()), VarCharVector.class);
        DateDayVector day =
                struct.addOrGet("d", FieldType.nullable(new ArrowType.Date(DateUnit.DAY)), DateDayVector.class);
        name.setSafe(0, utf8("tab\there"));
        day.setSafe(0, 1);
        struct.setIndexDefined(0);
        struct.setValueCount(2);
        vectors.add(struct);

        MapVector map = MapVector.empty("map", memory(), false);
        UnionMapWriter entries = map.getWriter();
        entries.setPosition(0);
        entries.startMap();
        entries.startEntry();
        entries.key().bigInt().writeBigInt(7);
        entries.value().float8().writeFloat8(Double.NaN);
        entries.endEntry();
        entries.endMap();
        map.setValueCount(2);
        vectors.add(map);
    }

    static VectorSchemaRoot texts(@Nullable String... values) {
        return Column.batch(Column.of("t", (Object[]) values));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
