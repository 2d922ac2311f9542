package io.sqe.bench.data.tpch;

import io.sqe.bench.data.GeneratedColumn;
import io.sqe.bench.data.GeneratedTable;
import io.sqe.bench.data.TableSource;
import io.trino.tpch.TpchColumn;
import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.util.List;
import java.util.Set;

/** TPC-H's tables with the specification's types: keys BIGINT, amounts DECIMAL(15,2). */
public final class TpchTables {
    private static final Set<TpchTable<?>> SMALL = Set.of(TpchTable.NATION, TpchTable.REGION);

    private TpchTables() {}

    public static List<TableSource> at(double scale) {
        return TpchTable.getTables().stream()
                .<TableSource>map(table -> source(table, scale))
                .toList();
    }

    /** Parts of the large tables: a quarter of a scale factor each, and at least two so that two cores can share them. */
    public static int parts(double scale) {
        return (int) Math.max(2, Math.ceil(scale * 4));
    }

    private static <E extends TpchEntity> TableSource source(TpchTable<E> table, double scale) {
        int parts = SMALL.contains(table) ? 1 : parts(scale);
        List<GeneratedColumn<E>> columns =
                table.getColumns().stream().map(TpchTables::column).toList();
        return new GeneratedTable<>(
                table.getTableName(),
                columns,
                parts,
                part -> table.createGenerator(scale, part + 1, parts).iterator());
    }

    private static <E extends TpchEntity> GeneratedColumn<E> column(TpchColumn<E> column) {
        String name = column.getColumnName();
        return switch (column.getType().getBase()) {
            case IDENTIFIER -> GeneratedColumn.bigint(name, column::getIdentifier);
            case INTEGER -> GeneratedColumn.integer(name, column::getInteger);
            case DATE -> GeneratedColumn.date(name, column::getDate);
            case DOUBLE -> GeneratedColumn.decimal(name, 15, 2, row -> Math.round(column.getDouble(row) * 100));
            case VARCHAR -> GeneratedColumn.varchar(name, column::getString);
        };
    }
}
