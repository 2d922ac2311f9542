package io.sqe.planner.statement;

import java.util.List;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNodeList;

/** Lists of identifiers as the grammar leaves them. */
final class Identifiers {

    private Identifiers() {}

    static List<SqlIdentifier> of(SqlNodeList names) {
        return names.stream().map(SqlIdentifier.class::cast).toList();
    }
}
