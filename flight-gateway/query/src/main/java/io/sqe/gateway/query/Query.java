package io.sqe.gateway.query;

import io.sqe.executor.ArrowStream;
import io.sqe.gateway.failure.QueryException;
import java.util.OptionalLong;

/** One statement being executed. Read by one thread; watched and cancelled by any. */
public interface Query extends QueryControl, AutoCloseable {

    StatementKind kind();

    /**
     * The rows. A statement that changes something has one row: {@code rows BIGINT} for a write, {@code result VARCHAR} for a
     * command. Failures surface as {@link QueryException}.
     */
    ArrowStream rows();

    /** Rows that a write has added; known once {@link #rows} is read to its end. */
    OptionalLong rowsWritten();

    QueryTimings timings();

    /** Whether its rows were computed before, for the very same plan over the same state of its tables, and nothing is run. */
    default boolean isCached() {
        return false;
    }

    /** Ends the query, finished or not, and frees what it held. */
    @Override
    void close();

    /** What a statement gives back. */
    enum StatementKind {
        /** SELECT, SHOW, DESCRIBE, EXPLAIN. */
        ROWS,
        /** INSERT, CREATE TABLE AS. */
        WRITE,
        /** CREATE, DROP, USE. */
        COMMAND
    }
}
