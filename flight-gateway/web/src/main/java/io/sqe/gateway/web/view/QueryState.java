package io.sqe.gateway.web.view;

import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.query.QueryProgress.Phase;
import java.util.Locale;
import java.util.Optional;

/** Where a query is, in a word. */
public enum QueryState {
    QUEUED,
    PLANNING,
    RUNNING,
    COMMITTING,
    FINISHED,
    FAILED,
    CANCELLED;

    static QueryState of(Phase phase) {
        return valueOf(phase.name());
    }

    static QueryState of(Optional<ErrorCode> error) {
        if (error.isEmpty()) {
            return FINISHED;
        }
        return error.get() == ErrorCode.QUERY_CANCELLED ? CANCELLED : FAILED;
    }

    /** Whether nothing more happens. */
    public boolean isOver() {
        return switch (this) {
            case QUEUED, PLANNING, RUNNING, COMMITTING -> false;
            case FINISHED, FAILED, CANCELLED -> true;
        };
    }

    /** For people and for style sheets. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
