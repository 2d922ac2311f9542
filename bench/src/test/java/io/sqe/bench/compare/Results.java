package io.sqe.bench.compare;

import io.sqe.bench.compare.Cell.Approximate;
import io.sqe.bench.compare.Cell.Exact;
import io.sqe.bench.compare.Cell.Missing;
import io.sqe.bench.compare.Cell.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/** Results for tests, from Java values. */
final class Results {
    static final ArrowType BIGINT = new ArrowType.Int(64, true);
    static final ArrowType TEXT = ArrowType.Utf8.INSTANCE;
    static final ArrowType DOUBLE = new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
    static final ArrowType DECIMAL_2 = new ArrowType.Decimal(15, 2, 128);

    private final List<Field> fields = new ArrayList<>();
    private final List<ResultRow> rows = new ArrayList<>();

    static Results with(String column, ArrowType type) {
        return new Results().and(column, type);
    }

    Results and(String column, ArrowType type) {
        fields.add(Field.nullable(column, type));
        return this;
    }

    Results row(@Nullable Object... values) {
        rows.add(new ResultRow(Arrays.stream(values).map(Results::cell).toList()));
        return this;
    }

    ResultTable table() {
        return new ResultTable(new Schema(fields), rows);
    }

    private static Cell cell(@Nullable Object value) {
        return switch (value) {
            case null -> new Missing();
            case Integer number -> new Exact(BigDecimal.valueOf(number));
            case Long number -> new Exact(BigDecimal.valueOf(number));
            case BigDecimal number -> new Exact(number);
            case Double number -> new Approximate(number);
            default -> new Text(value.toString());
        };
    }
}
