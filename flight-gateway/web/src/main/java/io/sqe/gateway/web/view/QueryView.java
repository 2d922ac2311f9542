package io.sqe.gateway.web.view;

import io.sqe.gateway.failure.SqlPosition;
import io.sqe.gateway.observation.ActiveQueries.ActiveQuery;
import io.sqe.gateway.observation.QueryRecord;
import io.sqe.gateway.observation.report.QueryReport;
import io.sqe.gateway.query.ClientContext;
import io.sqe.gateway.query.QueryProgress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of one query.
 *
 * @param message what its person was told when it failed
 * @param plan as its person may see it; empty if there is none yet, or it was not worth keeping
 */
public record QueryView(
        QueryRow row,
        ClientContext client,
        List<SqlText.Piece> sql,
        List<Stage> stages,
        Optional<String> message,
        Optional<String> place,
        Optional<PlanPicture> plan) {

    public QueryView {
        sql = List.copyOf(sql);
        stages = List.copyOf(stages);
    }

    /** A query that has not ended. */
    public static QueryView of(ActiveQuery query) {
        QueryProgress progress = query.control().progress();
        return new QueryView(
                QueryRow.of(query),
                query.client(),
                SqlText.pieces(query.sql(), Optional.empty()),
                List.of(new Stage(QueryState.of(progress.phase()).label(), progress.elapsed(), 100)),
                Optional.empty(),
                Optional.empty(),
                query.control().plan().flatMap(PlanPicture::of));
    }

    /** A query that has. */
    public static QueryView of(QueryRecord query, QueryReport report) {
        Optional<SqlPosition> place = report.position();
        return new QueryView(
                QueryRow.of(query),
                query.client(),
                SqlText.pieces(query.sql(), place),
                stages(query, report.queued()),
                report.message(),
                place.map(SqlPosition::toString),
                report.plan().flatMap(PlanPicture::of));
    }

    private static List<Stage> stages(QueryRecord query, Duration queued) {
        Duration running = query.total().minus(queued).minus(query.planning());
        long nanos = Math.max(1, query.total().toNanos());
        return List.of(
                Stage.of("queued", queued, nanos),
                Stage.of("planning", query.planning(), nanos),
                Stage.of("running", running.isNegative() ? Duration.ZERO : running, nanos));
    }

    /** Whether it came through all of them: of one that failed nobody knows where it was. */
    public boolean hasStages() {
        return row.state() == QueryState.FINISHED;
    }

    /** Whether it was too quick for a plan to be kept. */
    public boolean hasNoPlan() {
        return plan.isEmpty() && hasStages();
    }

    /**
     * A part of a query's time.
     *
     * @param share of the whole, in percent
     */
    public record Stage(String name, Duration time, int share) {

        static Stage of(String name, Duration time, long nanosTotal) {
            return new Stage(name, time, (int) Math.round(100.0 * time.toNanos() / nanosTotal));
        }
    }
}
