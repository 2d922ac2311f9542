package io.sqe.substrait.translation;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** Compares the lengths of character types. */
final class TextLength {
    private TextLength() {}

    /** Whether a cast from one type to another may have to shorten a text. */
    static boolean isCut(RelDataType from, RelDataType to) {
        if (!SqlTypeUtil.isCharacter(to) || to.getPrecision() == RelDataType.PRECISION_NOT_SPECIFIED) {
            return false;
        }
        boolean isShortAlready = SqlTypeUtil.isCharacter(from)
                && from.getPrecision() != RelDataType.PRECISION_NOT_SPECIFIED
                && from.getPrecision() <= to.getPrecision();
        return !isShortAlready;
    }
}
