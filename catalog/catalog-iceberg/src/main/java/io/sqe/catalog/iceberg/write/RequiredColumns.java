package io.sqe.catalog.iceberg.write;

import io.sqe.catalog.CatalogException.ViolatedConstraint;
import io.sqe.catalog.TableName;
import io.sqe.catalog.iceberg.footer.FileColumn;
import io.sqe.catalog.iceberg.footer.ParquetFooter;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types.NestedField;

/** Refuses files that have nulls where the table has none. */
record RequiredColumns(TableName name, Schema schema) {

    /** @throws ViolatedConstraint naming the column */
    void check(ParquetFooter footer) {
        Map<Integer, FileColumn> columns = new HashMap<>();
        footer.columns().forEach(column -> columns.put(column.fieldId(), column));
        for (NestedField field : schema.columns()) {
            if (field.isRequired() && field.type().isPrimitiveType()) {
                FileColumn column = columns.get(field.fieldId());
                check(
                        field,
                        column == null ? footer.rowCount() : column.nullCount().orElse(0));
            }
        }
    }

    private void check(NestedField field, long nulls) {
        if (nulls > 0) {
            throw new ViolatedConstraint(name, field.name(), nulls);
        }
    }
}
