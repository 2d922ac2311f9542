package io.sqe.gateway.trino.session;

import io.sqe.gateway.query.StatementDescription;
import io.sqe.gateway.trino.statement.ListedRows;
import io.sqe.gateway.trino.statement.RunningStatement;
import io.sqe.gateway.trino.type.ArrowToTrino;
import io.sqe.gateway.trino.type.TrinoColumn;
import io.sqe.gateway.trino.type.TrinoType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Answers DESCRIBE INPUT and DESCRIBE OUTPUT. */
final class Descriptions {
    private static final List<TrinoColumn> INPUT = List.of(new TrinoColumn("Position", TrinoType.BIGINT), text("Type"));
    private static final List<TrinoColumn> OUTPUT = Stream.concat(
                    Stream.of("Column Name", "Catalog", "Schema", "Table", "Type")
                            .map(Descriptions::text),
                    Stream.of(
                            new TrinoColumn("Type Size", TrinoType.BIGINT),
                            new TrinoColumn("Aliased", TrinoType.BOOLEAN)))
            .toList();

    private Descriptions() {}

    static RunningStatement input(StatementDescription description) {
        List<List<Object>> rows = new ArrayList<>();
        for (TrinoColumn parameter : ArrowToTrino.columns(description.parameters())) {
            rows.add(List.of(rows.size(), parameter.type().displayName()));
        }
        return CompletedStatement.rows(new ListedRows(INPUT, rows));
    }

    /** Which table a column comes from is not told: behind a view or a mask it would be no business of the client's. */
    static RunningStatement output(StatementDescription description) {
        List<List<Object>> rows = new ArrayList<>();
        for (TrinoColumn column : ArrowToTrino.columns(description.columns())) {
            rows.add(List.of(column.name(), "", "", "", column.type().displayName(), size(column.type()), false));
        }
        return CompletedStatement.rows(new ListedRows(OUTPUT, rows));
    }

    private static TrinoColumn text(String name) {
        return new TrinoColumn(name, TrinoType.VARCHAR);
    }

    /** Bytes of a value, of types whose values are all as long; 0 for others. */
    private static int size(TrinoType type) {
        return switch (type.displayName()) {
            case "boolean", "tinyint" -> 1;
            case "smallint" -> 2;
            case "integer", "real", "date" -> 4;
            case "bigint", "double" -> 8;
            default -> 0;
        };
    }
}
