package io.sqe.gateway.system;

import io.sqe.catalog.Column.Presence;
import io.sqe.catalog.ColumnType;
import io.sqe.planner.binding.Description.ResultColumn;
import java.util.Optional;

/**
 * A column of a table or view.
 *
 * @param typeName as SQL spells it
 * @param type empty if no table's column can have it
 */
record RelationColumn(
        String name, String typeName, Optional<ColumnType> type, Presence presence, Optional<String> comment) {

    static RelationColumn of(ResultColumn column) {
        return new RelationColumn(column.name(), column.typeName(), column.type(), Presence.OPTIONAL, Optional.empty());
    }

    String isNullable() {
        return presence == Presence.REQUIRED ? "NO" : "YES";
    }
}
