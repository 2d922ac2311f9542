package io.sqe.planner.parameter;

import io.sqe.catalog.ColumnType;
import io.sqe.planner.statement.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * A placeholder that takes values of one type.
 *
 * @param position where it stands in the text
 */
public record Placeholder(ColumnType type, SqlParserPos position) {

    /** Those of a statement, which take values like these. */
    public static List<Placeholder> of(Statement statement, Parameters values) {
        List<SqlDynamicParam> places = Placeholders.of(statement);
        return IntStream.range(0, Math.min(places.size(), values.values().size()))
                .mapToObj(i -> new Placeholder(
                        values.values().get(i).type(), places.get(i).getParserPosition()))
                .toList();
    }
}
