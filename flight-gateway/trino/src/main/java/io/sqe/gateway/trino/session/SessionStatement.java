package io.sqe.gateway.trino.session;

import java.util.List;
import java.util.Optional;

/** A statement about the client's session, which the engine need not know. */
sealed interface SessionStatement {

    /** PREPARE: the text is kept by the client. */
    record Prepare(String name, String sql) implements SessionStatement {}

    /**
     * EXECUTE.
     *
     * @param arguments constants as they were written
     */
    record Execute(String name, List<String> arguments) implements SessionStatement {}

    /** EXECUTE IMMEDIATE. */
    record ExecuteImmediate(String sql, List<String> arguments) implements SessionStatement {}

    /** DEALLOCATE PREPARE. */
    record Deallocate(String name) implements SessionStatement {}

    /** DESCRIBE INPUT. */
    record DescribeInput(String name) implements SessionStatement {}

    /** DESCRIBE OUTPUT. */
    record DescribeOutput(String name) implements SessionStatement {}

    /** SET SESSION. */
    record SetSession(String property, String value) implements SessionStatement {}

    /** RESET SESSION. */
    record ResetSession(String property) implements SessionStatement {}

    /** SHOW SESSION. */
    record ShowSession(Optional<String> like) implements SessionStatement {}

    /** SET ROLE; empty for ALL. */
    record SetRole(Optional<String> role) implements SessionStatement {}

    /** SET TIME ZONE; empty for LOCAL. */
    record SetTimeZone(Optional<String> zone) implements SessionStatement {}

    /** START TRANSACTION. */
    record StartTransaction() implements SessionStatement {}

    /** COMMIT, ROLLBACK. */
    record EndTransaction(String word) implements SessionStatement {}
}
