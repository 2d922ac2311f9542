package io.sqe.planner.binding;

import java.util.Locale;
import java.util.Map;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;

/** Fields of {@code EXTRACT} that the grammar takes for names: Trino's other words for those it knows. */
final class TimeFields {
    private static final Map<String, TimeUnit> BY_NAME = Map.of(
            "DAY_OF_WEEK", TimeUnit.ISODOW,
            "DAY_OF_MONTH", TimeUnit.DAY,
            "DAY_OF_YEAR", TimeUnit.DOY,
            "WEEK_OF_YEAR", TimeUnit.WEEK,
            "YEAR_OF_WEEK", TimeUnit.ISOYEAR,
            "YOW", TimeUnit.ISOYEAR);

    private TimeFields() {}

    /** Writes the field of an EXTRACT in the grammar's own word. */
    static void rename(SqlCall call) {
        if (call.getKind() == SqlKind.EXTRACT
                && call.operand(0) instanceof SqlIntervalQualifier field
                && field.timeFrameName != null) {
            TimeUnit unit = BY_NAME.get(field.timeFrameName.toUpperCase(Locale.ROOT));
            if (unit != null) {
                call.setOperand(0, new SqlIntervalQualifier(unit, null, field.getParserPosition()));
            }
        }
    }
}
