package io.sqe.gateway.trino.session;

import io.sqe.gateway.trino.protocol.SessionChange;
import io.sqe.gateway.trino.statement.ListedRows;
import io.sqe.gateway.trino.statement.RowSource;
import io.sqe.gateway.trino.statement.RunningStatement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A statement that was over as soon as it was read. */
record CompletedStatement(RowSource rows, Optional<String> updateType, List<SessionChange> changes)
        implements RunningStatement {

    /** A change of the session. */
    static CompletedStatement change(String updateType, SessionChange... changes) {
        return new CompletedStatement(ListedRows.none(), Optional.of(updateType), List.of(changes));
    }

    /** Rows about the session. */
    static CompletedStatement rows(ListedRows rows) {
        return new CompletedStatement(rows, Optional.empty(), List.of());
    }

    @Override
    public OptionalLong updateCount() {
        return OptionalLong.empty();
    }

    @Override
    public void close() {}
}
