package io.sqe.catalog.iceberg.footer;

import io.sqe.catalog.iceberg.footer.FileColumn.Chunk;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Optional;
import org.apache.iceberg.types.Comparators;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.util.BinaryUtil;
import org.apache.iceberg.util.UnicodeUtil;

/** The least and greatest value of a column over all row groups. */
record ColumnBounds(Object min, Object max) {

    /** Empty if any row group has values and does not say their bounds, or if there is no value at all. */
    static Optional<ColumnBounds> of(FileColumn column, Type.PrimitiveType type) {
        var decoder = new StatisticsDecoder(column.encoding(), type);
        Comparator<Object> order = order(type);
        Optional<ColumnBounds> all = Optional.empty();
        for (Chunk chunk : column.chunks()) {
            if (chunk.isAllNull()) {
                continue;
            }
            Optional<ColumnBounds> one = ofChunk(decoder, chunk);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all = all.map(so -> so.including(one.get(), order)).or(() -> one);
        }
        return all;
    }

    /** The lower bound, text and bytes cut to a width. */
    Optional<Object> lower(int width) {
        return switch (min) {
            case String text -> Optional.of(UnicodeUtil.truncateStringMin(text, width));
            case ByteBuffer bytes -> Optional.of(BinaryUtil.truncateBinaryMin(bytes, width));
            default -> Optional.of(min);
        };
    }

    /** The upper bound, text and bytes cut to a width and then raised; empty if nothing of that width is greater. */
    Optional<Object> upper(int width) {
        return switch (max) {
            case String text -> Optional.ofNullable(UnicodeUtil.truncateStringMax(text, width));
            case ByteBuffer bytes -> Optional.ofNullable(BinaryUtil.truncateBinaryMax(bytes, width));
            default -> Optional.of(max);
        };
    }

    private ColumnBounds including(ColumnBounds other, Comparator<Object> order) {
        return new ColumnBounds(
                order.compare(other.min, min) < 0 ? other.min : min,
                order.compare(other.max, max) > 0 ? other.max : max);
    }

    private static Optional<ColumnBounds> ofChunk(StatisticsDecoder decoder, Chunk chunk) {
        ByteBuffer min = chunk.min();
        ByteBuffer max = chunk.max();
        if (min == null || max == null) {
            return Optional.empty();
        }
        return decoder.decode(min)
                .flatMap(low -> decoder.decode(max).map(high -> new ColumnBounds(zero(low, -0.0), zero(high, 0.0))));
    }

    /** A zero bound may stand for either zero (Parquet format, "ColumnOrder"), which Iceberg orders. */
    private static Object zero(Object value, double signed) {
        return switch (value) {
            case Double number when number == 0 -> signed;
            case Float number when number == 0 -> (float) signed;
            default -> value;
        };
    }

    // Iceberg's comparators are of the Java class of the type's values, which is what the decoder answers.
    @SuppressWarnings("unchecked")
    private static Comparator<Object> order(Type.PrimitiveType type) {
        return switch (type.typeId()) {
            case STRING -> (Comparator<Object>) (Comparator<?>) Comparators.charSequences();
            case BINARY, FIXED -> (Comparator<Object>) (Comparator<?>) Comparators.unsignedBytes();
            case UUID -> (left, right) -> compareUuids((java.util.UUID) left, (java.util.UUID) right);
            default -> Comparators.forType(type);
        };
    }

    /** As unsigned bytes, which is the order of Parquet's statistics; Java's own order is signed. */
    private static int compareUuids(java.util.UUID left, java.util.UUID right) {
        int high = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
    }
}
