package io.sqe.cli.format;

import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;

/** On which side of a column its values stand: numbers right, so that their digits do too. */
enum Alignment {
    LEFT,
    RIGHT;

    static Alignment of(Field field) {
        return switch (field.getType()) {
            case ArrowType.Int _, ArrowType.FloatingPoint _, ArrowType.Decimal _ -> RIGHT;
            default -> LEFT;
        };
    }
}
