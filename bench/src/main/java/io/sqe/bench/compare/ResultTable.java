package io.sqe.bench.compare;

import java.util.List;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Schema;

/** A whole result in memory: its columns, and its rows in the order they came. */
public record ResultTable(Schema schema, List<ResultRow> rows) {
    public ResultTable {
        rows = List.copyOf(rows);
    }

    public int columnCount() {
        return schema.getFields().size();
    }

    ArrowType typeOf(int column) {
        return schema.getFields().get(column).getType();
    }

    List<String> columnNames() {
        return schema.getFields().stream().map(field -> field.getName()).toList();
    }
}
