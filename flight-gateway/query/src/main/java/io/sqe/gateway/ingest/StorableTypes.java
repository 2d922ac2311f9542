package io.sqe.gateway.ingest;

import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import java.util.Optional;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;

/** Arrow's types that a table can hold. */
final class StorableTypes {
    private static final int DECIMAL_DIGITS_MAX = 38;
    private static final int DECIMAL_BITS = 128;

    /** Structs in structs; a person's columns have three or four. */
    private static final int DEPTH_MAX = 64;

    private StorableTypes() {}

    /** @throws QueryException that names the column, or the field in it, which no table can hold */
    static void require(Field field) {
        require(field, field.getName(), 1);
    }

    private static void require(Field field, String path, int depth) {
        if (field.getDictionary() != null || !isStorable(field.getType())) {
            throw refused(path, field);
        }
        if (depth > DEPTH_MAX) {
            throw new QueryException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    "Cannot store column %s: it is nested more than %d levels deep."
                            .formatted(field.getName(), DEPTH_MAX),
                    Optional.empty(),
                    null);
        }
        for (Field child : field.getChildren()) {
            require(child, path + "." + child.getName(), depth + 1);
        }
    }

    private static boolean isStorable(ArrowType type) {
        return switch (type) {
            case ArrowType.Bool _,
                    ArrowType.Int _,
                    ArrowType.Date _,
                    ArrowType.Timestamp _,
                    ArrowType.Utf8 _,
                    ArrowType.LargeUtf8 _,
                    ArrowType.Binary _,
                    ArrowType.LargeBinary _,
                    ArrowType.FixedSizeBinary _,
                    ArrowType.List _,
                    ArrowType.LargeList _,
                    ArrowType.FixedSizeList _,
                    ArrowType.Struct _,
                    ArrowType.Map _ -> true;
            case ArrowType.FloatingPoint number -> number.getPrecision() != FloatingPointPrecision.HALF;
            case ArrowType.Time time -> time.getUnit() != TimeUnit.NANOSECOND;
            case ArrowType.Decimal decimal ->
                decimal.getBitWidth() == DECIMAL_BITS
                        && decimal.getPrecision() <= DECIMAL_DIGITS_MAX
                        && decimal.getScale() >= 0
                        && decimal.getScale() <= decimal.getPrecision();
            default -> false;
        };
    }

    private static QueryException refused(String path, Field field) {
        String type = field.getDictionary() == null ? field.getType().toString() : "a dictionary inside another type";
        return new QueryException(
                ErrorCode.TYPE_MISMATCH,
                "Cannot store column %s: no table can hold Arrow's type %s. Cast it to another, or leave it out."
                        .formatted(path, type),
                Optional.empty(),
                null);
    }
}
