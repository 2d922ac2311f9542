package io.sqe.gateway.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/** A small table of text and numbers, held in memory. */
public final class ResultTable {
    private final Schema schema;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    private ResultTable(List<Field> fields) {
        this.schema = new Schema(fields);
    }

    /** A table whose columns are all VARCHAR. */
    public static ResultTable ofText(String... columns) {
        return new ResultTable(
                List.of(columns).stream().map(ResultTable::textField).toList());
    }

    /** What a write answers: how many rows it added, once that is known. */
    public static ResultTable rowsWritten() {
        return new ResultTable(List.of(Field.nullable("rows", new ArrowType.Int(Long.SIZE, true))));
    }

    /** A table of one row and one VARCHAR column. */
    public static ResultTable message(String text) {
        return ofText("result").add(text);
    }

    private static Field textField(String name) {
        return Field.nullable(name, new ArrowType.Utf8());
    }

    /** Adds a row: a String for a VARCHAR, a Long for a BIGINT, null for NULL. */
    public ResultTable add(@Nullable Object... values) {
        if (values.length != schema.getFields().size()) {
            throw new IllegalArgumentException("A row of " + values.length + " values for "
                    + schema.getFields().size() + " columns");
        }
        List<@Nullable Object> row = new ArrayList<>();
        Collections.addAll(row, values);
        rows.add(row);
        return this;
    }

    public Schema schema() {
        return schema;
    }

    public List<List<@Nullable Object>> rows() {
        return Collections.unmodifiableList(rows);
    }
}
