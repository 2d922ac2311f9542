package io.sqe.gateway.system;

import io.sqe.policy.decision.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is running where. Safe for use by many threads. */
public interface RuntimeState {
    /** That of an engine which nobody watches. */
    RuntimeState UNWATCHED = new RuntimeState() {
        @Override
        public List<Node> nodes() {
            return List.of();
        }

        @Override
        public List<QueryState> queries() {
            return List.of();
        }

        @Override
        public List<TaskState> tasks() {
            return List.of();
        }

        @Override
        public boolean isOperator(Principal principal) {
            return false;
        }
    };

    List<Node> nodes();

    /** Running queries and some that have ended, everybody's: who may see which is not decided here. */
    List<QueryState> queries();

    /** The parts of those queries on their nodes. */
    List<TaskState> tasks();

    /** Whether a principal may see what others run. */
    boolean isOperator(Principal principal);

    /**
     * A process of the fleet.
     *
     * @param version if it is known: workers do not tell
     * @param state in Trino's words: active, inactive, shutting_down
     */
    record Node(String id, String uri, Optional<String> version, Role role, String state) {

        /** Whether it plans. */
        public enum Role {
            COORDINATOR,
            WORKER
        }
    }

    /**
     * One query.
     *
     * @param user name of the principal who asked
     * @param state in Trino's words: QUEUED, PLANNING, RUNNING, FINISHING, FINISHED, FAILED
     * @param planning once it is known
     * @param rows returned so far
     * @param cached whether they were computed before
     * @param errorType in Trino's words: USER_ERROR, INTERNAL_ERROR, INSUFFICIENT_RESOURCES, EXTERNAL
     */
    record QueryState(
            String id,
            String state,
            String user,
            Optional<String> source,
            Optional<String> resourceGroup,
            String sql,
            Duration queued,
            Optional<Duration> planning,
            Instant created,
            Optional<Instant> started,
            Optional<Instant> ended,
            long rows,
            boolean cached,
            Optional<String> errorType,
            Optional<String> errorCode) {}

    /** What one node does for one query. */
    record TaskState(
            String nodeId,
            String taskId,
            String stageId,
            String queryId,
            String state,
            long outputRows,
            long outputBytes,
            Instant created,
            Optional<Instant> started,
            Optional<Instant> ended) {}
}
