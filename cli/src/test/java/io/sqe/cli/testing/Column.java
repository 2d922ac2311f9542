package io.sqe.cli.testing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeStampMicroVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.jspecify.annotations.Nullable;

/** A column of a batch, its type that of its first value that is there. */
public record Column(String name, List<@Nullable Object> values) {
    private static final BufferAllocator MEMORY = new RootAllocator();

    public static Column of(String name, @Nullable Object... values) {
        List<@Nullable Object> list = new ArrayList<@Nullable Object>();
        Collections.addAll(list, values);
        return new Column(name, list);
    }

    public static VectorSchemaRoot batch(Column... columns) {
        VectorSchemaRoot root =
                new VectorSchemaRoot(Arrays.stream(columns).map(Column::vector).toList());
        root.setRowCount(columns.length == 0 ? 0 : columns[0].values().size());
        return root;
    }

    public static BufferAllocator memory() {
        return MEMORY;
    }

    private FieldVector vector() {
        Object sample = values.stream().filter(Objects::nonNull).findFirst().orElse("");
        FieldVector vector = switch (sample) {
            case Integer _ -> new IntVector(name, MEMORY);
            case Long _ -> new BigIntVector(name, MEMORY);
            case Double _ -> new Float8Vector(name, MEMORY);
            case Boolean _ -> new BitVector(name, MEMORY);
            case BigDecimal decimal -> new DecimalVector(name, MEMORY, 18, decimal.scale());
            case LocalDate _ -> new DateDayVector(name, MEMORY);
            case LocalDateTime _ -> new TimeStampMicroVector(name, MEMORY);
            default -> new VarCharVector(name, MEMORY);
        };
        vector.allocateNew();
        for (int row = 0; row < values.size(); row++) {
            set(vector, row, values.get(row));
        }
        vector.setValueCount(values.size());
        return vector;
    }

    private static void set(FieldVector vector, int row, @Nullable Object value) {
        switch (value) {
            case null -> vector.setNull(row);
            case Integer number -> ((IntVector) vector).setSafe(row, number);
            case Long number -> ((BigIntVector) vector).setSafe(row, number);
            case Double number -> ((Float8Vector) vector).setSafe(row, number);
            case Boolean bit -> ((BitVector) vector).setSafe(row, bit ? 1 : 0);
            case BigDecimal number -> ((DecimalVector) vector).setSafe(row, number);
            case LocalDate date -> ((DateDayVector) vector).setSafe(row, (int) date.toEpochDay());
            case LocalDateTime time ->
                ((TimeStampMicroVector) vector)
                        .setSafe(row, ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), time));
            default -> ((VarCharVector) vector).setSafe(row, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
