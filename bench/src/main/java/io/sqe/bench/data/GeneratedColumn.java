package io.sqe.bench.data;

import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeStampMicroVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * A column of a generated table: its Arrow field, and how a row's value goes into the field's vector.
 *
 * @param <R> a row as the generator makes it
 */
public record GeneratedColumn<R>(Field field, Cell<R> cell) {

    /** Writes one row's value into a vector of the column's type. */
    @FunctionalInterface
    public interface Cell<R> {
        void write(FieldVector vector, int index, R row);
    }

    public static <R> GeneratedColumn<R> bigint(String name, ToLongFunction<R> value) {
        return column(
                name,
                new ArrowType.Int(64, true),
                (vector, index, row) -> ((BigIntVector) vector).setSafe(index, value.applyAsLong(row)));
    }

    public static <R> GeneratedColumn<R> integer(String name, ToIntFunction<R> value) {
        return column(
                name,
                new ArrowType.Int(32, true),
                (vector, index, row) -> ((IntVector) vector).setSafe(index, value.applyAsInt(row)));
    }

    /** A {@code DECIMAL(precision, scale)}; the value is its digits without the point. */
    public static <R> GeneratedColumn<R> decimal(String name, int precision, int scale, ToLongFunction<R> unscaled) {
        return column(
                name,
                new ArrowType.Decimal(precision, scale, 128),
                (vector, index, row) -> ((DecimalVector) vector).setSafe(index, unscaled.applyAsLong(row)));
    }

    /** A date; the value is in days since 1970-01-01. */
    public static <R> GeneratedColumn<R> date(String name, ToIntFunction<R> epochDay) {
        return column(
                name,
                new ArrowType.Date(DateUnit.DAY),
                (vector, index, row) -> ((DateDayVector) vector).setSafe(index, epochDay.applyAsInt(row)));
    }

    /** A timestamp without zone; the value is in seconds since 1970-01-01. */
    public static <R> GeneratedColumn<R> timestamp(String name, ToLongFunction<R> epochSecond) {
        return column(
                name,
                new ArrowType.Timestamp(TimeUnit.MICROSECOND, null),
                (vector, index, row) ->
                        ((TimeStampMicroVector) vector).setSafe(index, epochSecond.applyAsLong(row) * 1_000_000));
    }

    public static <R> GeneratedColumn<R> varchar(String name, Function<R, String> value) {
        return column(
                name,
                ArrowType.Utf8.INSTANCE,
                (vector, index, row) -> ((VarCharVector) vector).setSafe(index, Utf8.bytes(value.apply(row))));
    }

    /** A column whose values arrive as text, null for NULL. */
    public static <R> GeneratedColumn<R> parsed(String name, TextType type, Function<R, @Nullable String> text) {
        return column(name, type.arrowType(), (vector, index, row) -> {
            String value = text.apply(row);
            if (value == null) {
                vector.setNull(index);
            } else {
                type.write(vector, index, value);
            }
        });
    }

    private static <R> GeneratedColumn<R> column(String name, ArrowType type, Cell<R> cell) {
        return new GeneratedColumn<>(new Field(name, FieldType.nullable(type), null), cell);
    }
}
