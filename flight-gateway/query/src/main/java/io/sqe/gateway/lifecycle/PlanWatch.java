package io.sqe.gateway.lifecycle;

import io.sqe.executor.RunningFragment;
import io.sqe.gateway.explain.AnalyzedQuery.Audience;
import io.sqe.gateway.explain.ShownPlan;
import io.sqe.gateway.planning.PlannedQuery;
import io.sqe.gateway.query.PlanNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows what the operators of a long query did, once all its rows were read. */
record PlanWatch(PlannedQuery plan, QueryLife life, RunningFragment fragment) {
    private static final Logger LOG = LoggerFactory.getLogger(PlanWatch.class);

    /** As it was written. Whoever asks has the stack of any thread: a plan too deep for it is not drawn. */
    Optional<PlanNode> draw() {
        try {
            return ShownPlan.of(plan.secured().describe());
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.atDebug().setCause(failure).log("the plan cannot be drawn");
            return Optional.empty();
        }
    }

    /** The rows are there by now: what cannot be measured is left out, and fails nobody's query. */
    void measure() {
        if (!life.isLong()) {
            return;
        }
        try {
            fragment.profile()
                    .map(profile ->
                            ShownPlan.of(profile, List.copyOf(new TreeMap<>(plan.scans()).values()), audience()))
                    .ifPresent(this::show);
        } catch (RuntimeException failure) {
            LOG.atDebug().setCause(failure).log("the engine cannot say what its operators did");
        }
    }

    private void show(PlanNode measured) {
        life.shows(() -> Optional.of(measured));
    }

    private Audience audience() {
        return plan.secured().isRestricted() ? Audience.RESTRICTED : Audience.UNRESTRICTED;
    }
}
