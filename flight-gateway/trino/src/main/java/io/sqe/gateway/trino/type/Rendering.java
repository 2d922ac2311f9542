package io.sqe.gateway.trino.type;

import java.time.ZoneId;

/**
 * How one client wants its values.
 *
 * @param zone of values that are instants
 */
public record Rendering(TimePrecision precision, ZoneId zone) {

    /** Whether a client knows types such as {@code timestamp(6)}. */
    public enum TimePrecision {
        /** As the column has it. */
        EXACT,
        /** Milliseconds, as all clients before Trino 340 expect. */
        MILLISECONDS
    }
}
