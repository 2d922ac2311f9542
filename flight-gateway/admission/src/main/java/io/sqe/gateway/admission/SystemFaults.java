package io.sqe.gateway.admission;

import io.sqe.fragment.QueryId;
import io.sqe.gateway.query.QueryErrorCode;
import io.sqe.gateway.query.QueryException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps from clients what a fault of the server says of it: files, addresses, the insides of the engine. They get the id by which the
 * log has it.
 */
final class SystemFaults {
    private static final Logger LOG = LoggerFactory.getLogger(SystemFaults.class);

    private SystemFaults() {}

    /** What may be told of a failure. */
    static QueryException told(QueryException failure, QueryId query) {
        if (failure.code() == QueryErrorCode.STORAGE_ERROR) {
            return redacted(failure, query, "Files of a table could not be read or written");
        }
        return failure.code() == QueryErrorCode.CATALOG_UNAVAILABLE
                ? redacted(failure, query, "The catalog did not answer")
                : failure;
    }

    private static QueryException redacted(QueryException failure, QueryId query, String what) {
        LOG.atError()
                .addKeyValue("query", query)
                .addKeyValue("code", failure.code())
                .setCause(failure)
                .log("query failed by a fault of the server");
        return new QueryException(
                failure.code(),
                "%s (id %s). The server's log has the cause under this id; try again or ask its operator."
                        .formatted(what, query.text()),
                Optional.empty(),
                failure);
    }
}
