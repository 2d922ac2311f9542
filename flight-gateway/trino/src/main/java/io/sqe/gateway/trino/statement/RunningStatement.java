package io.sqe.gateway.trino.statement;

import io.sqe.gateway.trino.protocol.SessionChange;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A statement whose rows can be read. Used by one thread at a time, who closes it. */
public interface RunningStatement extends AutoCloseable {

    RowSource rows();

    /** What kind of change it is, in Trino's words; empty for what gives rows. */
    Optional<String> updateType();

    /** Rows changed; known after the last page. */
    OptionalLong updateCount();

    /** What the client's session must take over; known after the last page. */
    List<SessionChange> changes();

    @Override
    void close();
}
