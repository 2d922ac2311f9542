package io.sqe.gateway.flight.metadata;

import io.sqe.catalog.TableName;
import io.sqe.gateway.flight.call.Caller;
import org.apache.arrow.vector.types.pojo.Schema;

/** Finds out the columns of tables and views as one caller sees them. */
@FunctionalInterface
public interface TableSchemas {

    /** An empty schema if the table cannot be read: a listing is not to fail for one broken view. */
    Schema find(TableName table, Caller caller);
}
