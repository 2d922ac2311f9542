package io.sqe.gateway.lifecycle;

import io.sqe.executor.Executor;
import io.sqe.executor.FragmentOptions;
import io.sqe.executor.OperatorProfile;
import io.sqe.executor.RunningFragment;
import io.sqe.fragment.Fragment;
import io.sqe.gateway.explain.AnalyzedQuery;
import io.sqe.gateway.explain.AnalyzedQuery.Audience;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.planning.PlannedQuery;
import io.sqe.gateway.query.QueryProgress;
import io.sqe.planner.binding.BoundStatement;
import io.sqe.planner.statement.Statement.ExplainMode;
import io.sqe.substrait.fragmenting.Fragmenting;
import io.sqe.substrait.translation.SubstraitJson;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Answers EXPLAIN. What a policy adds to a plan is not for the person it restricts: such a plan is shown without it, or not at all. */
final class ExplainRunner {
    private final Executor executor;
    private final QueryLife life;
    private final FragmentOptions options;

    ExplainRunner(Executor executor, QueryLife life, FragmentOptions options) {
        this.executor = executor;
        this.life = life;
        this.options = options;
    }

    /** The lines of the answer. */
    List<String> explain(ExplainMode mode, BoundStatement<PlannedQuery> explained) {
        PlannedQuery plan = planOf(explained);
        return switch (mode) {
            case LOGICAL -> plan.secured().describe().lines().toList();
            case SUBSTRAIT -> unrestricted(plan, SubstraitJson.print(plan.plan().message()));
            case ENGINE -> unrestricted(plan, executor.explain(fragment(plan)));
            case ANALYZE -> analyze(plan);
        };
    }

    private static PlannedQuery planOf(BoundStatement<PlannedQuery> explained) {
        return switch (explained) {
            case BoundStatement.Query<PlannedQuery>(PlannedQuery plan) -> plan;
            case BoundStatement.Insert<PlannedQuery>(var _, PlannedQuery source) -> source;
            case BoundStatement.CreateTable<PlannedQuery> create ->
                create.source().orElseThrow(ExplainRunner::noPlan);
            case BoundStatement.Explain<PlannedQuery>(var _, var inner) -> planOf(inner);
            case BoundStatement.Command<PlannedQuery> _ -> throw noPlan();
        };
    }

    private static QueryException noPlan() {
        return new QueryException(
                ErrorCode.NOT_SUPPORTED,
                "Only queries, INSERT and CREATE TABLE AS have a plan to explain.",
                Optional.empty(),
                null);
    }

    private static List<String> unrestricted(PlannedQuery plan, String text) {
        if (plan.secured().isRestricted()) {
            throw new QueryException(
                    ErrorCode.ACCESS_DENIED,
                    "This form of EXPLAIN is not available on tables that you see only in part. Use EXPLAIN.",
                    Optional.empty(),
                    null);
        }
        return text.lines().toList();
    }

    /** Runs the query, throws its rows away, and tells what it took. */
    private List<String> analyze(PlannedQuery plan) {
        try (RunningFragment fragment = executor.start(fragment(plan), options.profiled(), life.cancellation())) {
            life.run(fragment);
            CountedRows rows = CountedRows.of(life, fragment);
            boolean hasNext = rows.loadNext();
            while (hasNext) {
                hasNext = rows.loadNext();
            }
            QueryProgress done = life.progress();
            Optional<OperatorProfile> profile = fragment.profile();
            life.stopWatching();
            return new AnalyzedQuery(
                            life.timings(),
                            done.rowsReturned(),
                            done.bytesReturned(),
                            List.copyOf(new TreeMap<>(plan.scans()).values()),
                            profile,
                            plan.secured().isRestricted() ? Audience.RESTRICTED : Audience.UNRESTRICTED)
                    .lines();
        }
    }

    private Fragment fragment(PlannedQuery plan) {
        return Fragmenting.whole(plan.plan(), life.id(), new Fragment.Output.Stream())
                .root();
    }
}
