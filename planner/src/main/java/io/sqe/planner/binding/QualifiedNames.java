package io.sqe.planner.binding;

import io.sqe.catalog.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Takes schema and catalog off the names of columns: {@code sales.orders.id} is {@code orders.id}. */
final class QualifiedNames {
    private final List<List<String>> tables = new ArrayList<>();

    void add(TableName table) {
        var parts = new ArrayList<String>();
        parts.add(table.catalog());
        parts.addAll(table.namespace().levels());
        parts.add(table.table());
        tables.add(lower(parts));
    }

    /** The same column by its table's own name, if what is in front of that names a table of the statement. */
    SqlIdentifier shortened(SqlIdentifier name) {
        for (int parts = name.names.size() - 1; parts > 1; parts--) {
            if (isTable(lower(name.names.subList(0, parts)))) {
                return from(name, parts - 1);
            }
        }
        return name;
    }

    private boolean isTable(List<String> written) {
        return tables.stream()
                .filter(full -> full.size() >= written.size())
                .anyMatch(full ->
                        full.subList(full.size() - written.size(), full.size()).equals(written));
    }

    private static SqlIdentifier from(SqlIdentifier name, int first) {
        List<SqlParserPos> positions = new ArrayList<>();
        for (int part = first; part < name.names.size(); part++) {
            positions.add(name.getComponentParserPosition(part));
        }
        return new SqlIdentifier(
                name.names.subList(first, name.names.size()), name.getCollation(), name.getParserPosition(), positions);
    }

    private static List<String> lower(List<String> parts) {
        return parts.stream().map(part -> part.toLowerCase(Locale.ROOT)).toList();
    }
}
