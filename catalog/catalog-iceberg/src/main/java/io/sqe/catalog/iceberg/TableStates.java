package io.sqe.catalog.iceberg;

import io.sqe.catalog.TableName;
import io.sqe.catalog.ViewMetadata;
import io.sqe.catalog.iceberg.table.TableState;
import java.util.Optional;

/** Finds the present state of tables and views. */
interface TableStates {

    Optional<TableState> find(TableName name);

    Optional<ViewMetadata> findView(TableName name);

    /** As {@link io.sqe.catalog.Catalog#stateToken}. */
    Optional<String> token(TableName name);
}
