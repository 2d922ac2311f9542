package io.sqe.gateway.observation.report;

import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.PlanNode;
import io.sqe.gateway.query.QueryControl;
import io.sqe.gateway.query.QueryProgress.Phase;
import io.sqe.gateway.query.QueryTimings;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows one query to its end, and reports it once. For its reader's thread alone. */
final class ReportWatch {
    private final QueryId id;
    private final QueryReports reports;
    private final long startNanos = System.nanoTime();
    private @Nullable QueryControl control;
    private Duration queued = Duration.ZERO;

    ReportWatch(QueryId id, QueryReports reports) {
        this.id = id;
        this.reports = reports;
    }

    void accepted(QueryControl accepted) {
        if (control == null) {
            control = accepted;
        }
    }

    /** What was before its own clock began was waiting. */
    void started(QueryTimings timings) {
        Duration waited = elapsed().minus(timings.total());
        queued = waited.isNegative() ? Duration.ZERO : waited;
    }

    void ended() {
        reports.add(id, new QueryReport(queued, Optional.empty(), Optional.empty(), plan()));
    }

    void failed(QueryException failure) {
        boolean neverHadAPlace = control != null && control.progress().phase() == Phase.QUEUED;
        reports.add(id, QueryReport.of(neverHadAPlace ? elapsed() : queued, failure, plan()));
    }

    private Optional<PlanNode> plan() {
        return control == null ? Optional.empty() : control.plan();
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
