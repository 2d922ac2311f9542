package io.sqe.substrait.binding;

import io.sqe.catalog.Column;
import io.sqe.catalog.Literal;
import io.sqe.catalog.TableSchema;
import io.sqe.catalog.scan.RowScan;
import io.substrait.proto.Expression;
import io.substrait.proto.NamedStruct;
import io.substrait.proto.ReadRel.VirtualTable;
import io.substrait.proto.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the rows of a table that is in no file as Substrait's own table of constants. */
record VirtualRows(RowScan scan, NamedStruct schema) {

    VirtualTable message() {
        List<Type> types = schema.getStruct().getTypesList();
        List<Integer> columns = columns(scan.table().schema());
        VirtualTable.Builder out = VirtualTable.newBuilder();
        for (List<Optional<Literal>> row : scan.rows()) {
            Expression.Nested.Struct.Builder values = Expression.Nested.Struct.newBuilder();
            for (int i = 0; i < columns.size(); i++) {
                values.addFields(LiteralMessages.of(row.get(columns.get(i)), types.get(i)));
            }
            out.addExpressions(values);
        }
        return out.build();
    }

    /** Where the columns that the plan reads are in a row. */
    private List<Integer> columns(TableSchema table) {
        List<Integer> positions = new ArrayList<>();
        for (String name : TopLevelNames.of(schema)) {
            Column column = table.find(name)
                    .orElseThrow(() -> new IllegalStateException(
                            "Table " + scan.table().name() + " has no column " + name + " in this version"));
            positions.add(table.columns().indexOf(column));
        }
        return positions;
    }
}
