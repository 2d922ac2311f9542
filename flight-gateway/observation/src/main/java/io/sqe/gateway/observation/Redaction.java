package io.sqe.gateway.observation;

import io.sqe.executor.ExecutorException;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.failure.Telling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is told of failures to who asked. Their own mistakes, in full. Faults of the system, which may name hosts, files and others'
 * data, by an id that finds them in the log.
 */
public enum Redaction {
    /** Who asks owns the machine. */
    NONE {
        @Override
        QueryException told(QueryException failure, QueryId query) {
            return failure;
        }
    },
    SYSTEM_FAULTS {
        @Override
        QueryException told(QueryException failure, QueryId query) {
            return switch (failure.code().telling()) {
                case Telling.Full() -> failure;
                case Telling.Redacted(String sentence) -> redacted(failure, query, sentence);
            };
        }
    };

    private static final Logger LOG = LoggerFactory.getLogger(Redaction.class);

    abstract QueryException told(QueryException failure, QueryId query);

    private static QueryException redacted(QueryException failure, QueryId query, String sentence) {
        if (isUnlogged(failure)) {
            LOG.atError()
                    .addKeyValue("query", query)
                    .addKeyValue("error_code", failure.code())
                    .setCause(failure)
                    .log("query failed by a fault of the system");
        }
        String text = "%s The server's log has the cause under the query's id, %s.".formatted(sentence, query);
        return new QueryException(failure.code(), text, failure.position(), null);
    }

    /** Faults of our own are logged where they are met. */
    private static boolean isUnlogged(QueryException failure) {
        return failure.code() != ErrorCode.INTERNAL_ERROR || failure.getCause() instanceof ExecutorException;
    }
}
