package io.sqe.catalog.iceberg.scan;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;

/**
 * Takes UUIDs for the sixteen bytes they are stored as.
 *
 * <p>Files bound UUIDs in the order of their bytes, which is SQL's order too. Iceberg compares UUIDs as Java does, as two signed
 * numbers, and would skip files that hold wanted rows; it compares bytes right.
 */
final class UuidsAsBytes {
    private static final int LENGTH = 16;

    private UuidsAsBytes() {}

    /** The schema with bytes in the place of UUIDs; the schema itself if it has none. */
    static Schema schema(Schema schema) {
        return hasUuid(schema.columns()) ? new Schema(fields(schema.columns())) : schema;
    }

    static ByteBuffer bytes(UUID value) {
        return ByteBuffer.allocate(LENGTH)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .flip();
    }

    private static boolean hasUuid(List<NestedField> fields) {
        return fields.stream()
                .map(NestedField::type)
                .anyMatch(type -> type.typeId() == Type.TypeID.UUID
                        || (type.isStructType() && hasUuid(type.asStructType().fields())));
    }

    private static List<NestedField> fields(List<NestedField> fields) {
        return fields.stream()
                .map(field -> NestedField.from(field).ofType(type(field.type())).build())
                .toList();
    }

    private static Type type(Type type) {
        return switch (type.typeId()) {
            case UUID -> Types.FixedType.ofLength(LENGTH);
            case STRUCT -> Types.StructType.of(fields(type.asStructType().fields()));
            default -> type;
        };
    }
}
