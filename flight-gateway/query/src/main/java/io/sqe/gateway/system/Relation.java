package io.sqe.gateway.system;

import io.sqe.catalog.TableName;

/** A table or view that a listing names. */
record Relation(TableName name, Kind kind) {

    String schema() {
        return SystemNames.schemaOf(name.namespace());
    }

    /** Which of the two. */
    enum Kind {
        TABLE,
        VIEW
    }
}
