package io.sqe.planner.statement;

import java.util.Locale;
import org.apache.calcite.sql.SqlNode;

/** Names of the statements that are read and not run. */
final class Statements {

    private Statements() {}

    static String nameOf(SqlNode parsed) {
        return switch (parsed.getKind()) {
            case SET_OPTION -> "SET";
            case PROCEDURE_CALL -> "CALL";
            case INSERT, UPDATE, DELETE, MERGE, EXPLAIN, DESCRIBE_TABLE, DESCRIBE_SCHEMA ->
                parsed.getKind().name().replace('_', ' ');
            default -> "A statement of kind " + parsed.getKind().lowerName.toLowerCase(Locale.ROOT);
        };
    }
}
