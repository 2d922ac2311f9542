package io.sqe.gateway.observation;

import io.sqe.executor.ExecutorException;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.query.QueryErrorCode;
import io.sqe.gateway.query.QueryException;
import java.util.Optional;
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
            return sentence(failure.code())
                    .map(sentence -> redacted(failure, query, sentence))
                    .orElse(failure);
        }
    };

    private static final Logger LOG = LoggerFactory.getLogger(Redaction.class);

    abstract QueryException told(QueryException failure, QueryId query);

    private static Optional<String> sentence(QueryErrorCode code) {
        return switch (code) {
            case CATALOG_UNAVAILABLE ->
                Optional.of("The catalog cannot be reached, or cannot do this now. Try again later.");
            case STORAGE_ERROR -> Optional.of("A file that this query needs cannot be read or written.");
            case INTERNAL_ERROR -> Optional.of("The engine failed on this query.");
            case SYNTAX_ERROR,
                    SEMANTIC_ERROR,
                    TYPE_MISMATCH,
                    TABLE_NOT_FOUND,
                    COLUMN_NOT_FOUND,
                    SCHEMA_NOT_FOUND,
                    CATALOG_NOT_FOUND,
                    FUNCTION_NOT_FOUND,
                    INVALID_ARGUMENTS,
                    TABLE_ALREADY_EXISTS,
                    SCHEMA_ALREADY_EXISTS,
                    SCHEMA_NOT_EMPTY,
                    DUPLICATE_COLUMN,
                    DIVISION_BY_ZERO,
                    INVALID_CAST,
                    NUMERIC_VALUE_OUT_OF_RANGE,
                    CONSTRAINT_VIOLATION,
                    NOT_SUPPORTED,
                    ACCESS_DENIED,
                    RESOURCE_EXHAUSTED,
                    TOO_MANY_REQUESTS,
                    QUERY_TIMEOUT,
                    QUERY_CANCELLED,
                    COMMIT_CONFLICT,
                    ENGINE_LOST -> Optional.empty();
        };
    }

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
        return failure.code() != QueryErrorCode.INTERNAL_ERROR || failure.getCause() instanceof ExecutorException;
    }
}
