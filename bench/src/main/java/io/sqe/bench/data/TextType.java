package io.sqe.bench.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;

/** A column type whose values a generator writes as text. */
public sealed interface TextType {

    ArrowType arrowType();

    /** Parses a text and writes it. */
    void write(FieldVector vector, int index, String text);

    /** {@code BIGINT}. */
    record BigintText() implements TextType {
        @Override
        public ArrowType arrowType() {
            return new ArrowType.Int(64, true);
        }

        @Override
        public void write(FieldVector vector, int index, String text) {
            ((BigIntVector) vector).setSafe(index, Long.parseLong(text));
        }
    }

    /** {@code INTEGER}. */
    record IntegerText() implements TextType {
        @Override
        public ArrowType arrowType() {
            return new ArrowType.Int(32, true);
        }

        @Override
        public void write(FieldVector vector, int index, String text) {
            ((IntVector) vector).setSafe(index, Integer.parseInt(text));
        }
    }

    /** {@code DECIMAL(precision, scale)}; a text with fewer decimals is widened, one with more is refused. */
    record DecimalText(int precision, int scale) implements TextType {
        @Override
        public ArrowType arrowType() {
            return new ArrowType.Decimal(precision, scale, 128);
        }

        @Override
        public void write(FieldVector vector, int index, String text) {
            long unscaled = new BigDecimal(text).setScale(scale).unscaledValue().longValueExact();
            ((DecimalVector) vector).setSafe(index, unscaled);
        }
    }

    /** {@code DATE}, as {@code 2001-02-03}. */
    record DateText() implements TextType {
        @Override
        public ArrowType arrowType() {
            return new ArrowType.Date(DateUnit.DAY);
        }

        @Override
        public void write(FieldVector vector, int index, String text) {
            ((DateDayVector) vector)
                    .setSafe(index, Math.toIntExact(LocalDate.parse(text).toEpochDay()));
        }
    }

    /** {@code VARCHAR}. */
    record VarcharText() implements TextType {
        @Override
        public ArrowType arrowType() {
            return ArrowType.Utf8.INSTANCE;
        }

        @Override
        public void write(FieldVector vector, int index, String text) {
            ((VarCharVector) vector).setSafe(index, Utf8.bytes(text));
        }
    }
}
