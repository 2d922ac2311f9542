package io.sqe.planner;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.trino.tpcds.Table;
import io.trino.tpch.TpchColumn;
import io.trino.tpch.TpchColumnType;
import io.trino.tpch.TpchTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Tables and query texts of TPC-H and TPC-DS. */
final class Benchmarks {

    private Benchmarks() {}

    /** A catalog with the tables of both, in schemas of their names. */
    static InMemoryCatalog catalog() {
        var catalog = new InMemoryCatalog("lake");
        for (TpchTable<?> table : TpchTable.getTables()) {
            catalog.withTable("tpch", table.getTableName(), tpchColumns(table), List.of());
        }
        for (Table table : Table.getBaseTables()) {
            catalog.withTable("tpcds", table.getName().toLowerCase(Locale.ROOT), tpcdsColumns(table), List.of());
        }
        return catalog;
    }

    private static List<Column> tpchColumns(TpchTable<?> table) {
        List<? extends TpchColumn<?>> columns = table.getColumns();
        return IntStream.range(0, columns.size())
                .mapToObj(i -> Column.required(
                        i + 1,
                        columns.get(i).getColumnName(),
                        type(columns.get(i).getType())))
                .toList();
    }

    private static ColumnType type(TpchColumnType type) {
        return switch (type.getBase()) {
            case INTEGER -> new ColumnType.IntegerType();
            case IDENTIFIER -> new ColumnType.LongType();
            case DATE -> new ColumnType.DateType();
            case DOUBLE -> new ColumnType.DecimalType(15, 2);
            case VARCHAR -> new ColumnType.StringType();
        };
    }

    private static List<Column> tpcdsColumns(Table table) {
        io.trino.tpcds.column.Column[] columns = table.getColumns();
        return IntStream.range(0, columns.length)
                .mapToObj(i -> Column.optional(i + 1, nameInQueries(columns[i].getName()), type(columns[i].getType())))
                .toList();
    }

    /** The generator numbers the dates that the specification has in this column. */
    private static String nameInQueries(String column) {
        return column.equals("c_last_review_date_sk") ? "c_last_review_date" : column;
    }

    private static ColumnType type(io.trino.tpcds.column.ColumnType type) {
        return switch (type.getBase()) {
            case INTEGER -> new ColumnType.IntegerType();
            case IDENTIFIER -> new ColumnType.LongType();
            case DATE -> new ColumnType.DateType();
            case DECIMAL ->
                new ColumnType.DecimalType(
                        type.getPrecision().orElseThrow(), type.getScale().orElseThrow());
            case TIME, CHAR, VARCHAR -> new ColumnType.StringType();
        };
    }

    /** The text of a query, such as {@code tpch/q1}, with the quotes of standard SQL in the place of Spark's. */
    static String query(String name) {
        try (var text = Benchmarks.class.getResourceAsStream("/queries/" + name + ".sql")) {
            if (text == null) {
                throw new IllegalArgumentException("No such query: " + name);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).replace('`', '"');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
