package io.sqe.bench.data.tpcds;

import io.sqe.bench.data.GeneratedColumn;
import io.sqe.bench.data.GeneratedTable;
import io.sqe.bench.data.TableSource;
import io.sqe.bench.data.TextType;
import io.trino.tpcds.Results;
import io.trino.tpcds.Session;
import io.trino.tpcds.Table;
import io.trino.tpcds.column.Column;
import io.trino.tpcds.column.ColumnType;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** TPC-DS's tables with the specification's types: identifiers BIGINT, amounts DECIMAL, CHAR as VARCHAR. */
public final class TpcdsTables {
    /** The generator gives all rows of a smaller table to its first part. */
    private static final long ROWS_OF_A_SPLIT_TABLE = 1_000_000;

    private TpcdsTables() {}

    /** All tables but {@code dbgen_version}, which tells the time of generation and which no query reads. */
    public static List<TableSource> at(double scale) {
        return Table.getBaseTables().stream()
                .filter(table -> table != Table.DBGEN_VERSION)
                .<TableSource>map(table -> source(table, scale))
                .toList();
    }

    private static TableSource source(Table table, double scale) {
        Session whole = Session.getDefaultSession().withScale(scale).withTable(table);
        int parts = parts(table, whole);
        Session session = whole.withParallelism(parts);
        List<GeneratedColumn<List<String>>> columns =
                Arrays.stream(table.getColumns()).map(TpcdsTables::column).toList();
        return new GeneratedTable<>(
                table.getName().toLowerCase(Locale.ROOT),
                columns,
                parts,
                part -> rows(table, session.withChunkNumber(part + 1)));
    }

    /** A returns table is generated with the sales it returns, and splits as they do. */
    private static int parts(Table table, Session session) {
        Table driver = table.isChild() ? table.getParent() : table;
        long rows = session.getScaling().getRowCount(driver);
        return (int) Math.max(1, rows / ROWS_OF_A_SPLIT_TABLE);
    }

    private static Iterator<List<String>> rows(Table table, Session session) {
        return StreamSupport.stream(Results.constructResults(table, session).spliterator(), false)
                .map(List::getFirst)
                .iterator();
    }

    /** The generator's rows hold null for NULL. */
    private static GeneratedColumn<List<String>> column(Column column) {
        int position = column.getPosition();
        return GeneratedColumn.parsed(column.getName(), textType(column.getType()), row -> row.get(position));
    }

    private static TextType textType(ColumnType type) {
        return switch (type.getBase()) {
            case IDENTIFIER -> new TextType.BigintText();
            case INTEGER -> new TextType.IntegerText();
            case DATE -> new TextType.DateText();
            case CHAR, VARCHAR, TIME -> new TextType.VarcharText();
            case DECIMAL ->
                new TextType.DecimalText(
                        type.getPrecision().orElseThrow(), type.getScale().orElseThrow());
        };
    }
}
