package io.sqe.catalog.iceberg.scan;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types.DecimalType;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the bounds in the manifests how many digits a decimal column really has: most columns are declared far wider than
 * what is in them, and arithmetic on few digits is cheaper.
 *
 * <p>Bounds of decimals are exact, never cut (Iceberg spec, "Metrics"). Deleted rows count, so that the answer is at worst too
 * large.
 */
final class DecimalDigits {
    private DecimalDigits() {}

    /** By field id; a column without bounds in any file is left out. */
    static Map<Integer, Integer> of(Schema schema, List<PlannedFile> files) {
        Map<Integer, Integer> digits = new HashMap<>();
        for (NestedField column : schema.columns()) {
            if (column.type() instanceof DecimalType type) {
                inAllFiles(column.fieldId(), type, files).ifPresent(most -> digits.put(column.fieldId(), most));
            }
        }
        return digits;
    }

    private static OptionalInt inAllFiles(int fieldId, DecimalType type, List<PlannedFile> files) {
        int most = 1;
        for (PlannedFile planned : files) {
            DataFile file = planned.file();
            if (holdsOnlyNulls(file, fieldId)) {
                continue;
            }
            ByteBuffer lower = bound(file.lowerBounds(), fieldId);
            ByteBuffer upper = bound(file.upperBounds(), fieldId);
            if (lower == null || upper == null) {
                return OptionalInt.empty();
            }
            most = Math.max(most, Math.max(digits(type, lower), digits(type, upper)));
        }
        return OptionalInt.of(most);
    }

    private static boolean holdsOnlyNulls(DataFile file, int fieldId) {
        Long nulls =
                file.nullValueCounts() == null ? null : file.nullValueCounts().get(fieldId);
        Long values = file.valueCounts() == null ? null : file.valueCounts().get(fieldId);
        return nulls != null && nulls.equals(values);
    }

    private static @Nullable ByteBuffer bound(@Nullable Map<Integer, ByteBuffer> bounds, int fieldId) {
        return bounds == null ? null : bounds.get(fieldId);
    }

    private static int digits(DecimalType type, ByteBuffer bound) {
        BigDecimal value = Conversions.fromByteBuffer(type, bound);
        return Math.max(1, value.setScale(type.scale()).precision());
    }
}
