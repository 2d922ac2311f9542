package io.sqe.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.testing.TrialEngine;
import io.sqe.gateway.system.RuntimeState;
import io.sqe.gateway.system.RuntimeState.Node.Role;
import io.sqe.gateway.system.RuntimeState.QueryState;
import io.sqe.gateway.system.RuntimeState.TaskState;
import io.sqe.policy.decision.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ServerRuntimeTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final RuntimeState.Node NODE =
            new RuntimeState.Node("n1", "http://n1:8080", Optional.of("1.0"), Role.COORDINATOR, "active");
    private static final RuntimeState.Node WORKER =
            new RuntimeState.Node("w1", "grpc://w1:50052", Optional.empty(), Role.WORKER, "inactive");

    private final ActiveQueries active = new ActiveQueries();
    private final QueryHistory history = new QueryHistory(10, Duration.ofMinutes(30), CLOCK);
    private final ObservedEngine engine = new ObservedEngine(new TrialEngine(), active, List.of(history), CLOCK);
    private final ServerRuntime runtime =
            new ServerRuntime(NODE, () -> List.of(WORKER), active, history, () -> Set.of("ops"), CLOCK);
    private final Session session =
            new Session(new Principal("ann", Set.of()), "lake", Optional.empty(), ZoneOffset.UTC);

    @Test
    void whatRunsAndWhatHasEndedIsListedWithWhoAskedAndHowFarItIs() {
        read("SELECT 41");
        assertThatExceptionOfType(QueryException.class).isThrownBy(() -> read("FAIL"));
        try (Query running = engine.start("SELECT 5", session)) {
            assertThat(runtime.queries())
                    .extracting(QueryState::sql, QueryState::user, QueryState::state, QueryState::rows)
                    .containsExactly(
                            tuple("SELECT 5", "ann", "RUNNING", 0L),
                            tuple("FAIL", "ann", "FAILED", 0L),
                            tuple("SELECT 41", "ann", "FINISHED", 42L));
            assertThat(running.rows().loadNext()).isTrue();
        }
        QueryState failed = runtime.queries().get(1);
        assertThat(failed.errorType()).contains("USER_ERROR");
        assertThat(failed.errorCode()).contains("TABLE_NOT_FOUND");
        QueryState finished = runtime.queries().getLast();
        assertThat(finished.planning()).contains(Duration.ofMillis(3));
        assertThat(finished.ended()).isPresent();
    }

    @Test
    void eachQueryIsATaskOfTheCoordinatorWhichIsListedBeforeItsWorkers() {
        read("SELECT 41");

        assertThat(runtime.nodes()).containsExactly(NODE, WORKER);
        assertThat(runtime.tasks()).singleElement().satisfies(task -> {
            assertThat(task.nodeId()).isEqualTo("n1");
            assertThat(task.queryId()).isEqualTo(runtime.queries().getFirst().id());
            assertThat(task).extracting(TaskState::state, TaskState::outputRows).containsExactly("FINISHED", 42L);
        });
    }

    @Test
    void onlyWhoHasARoleForItSeesTheQueriesOfOthers() {
        assertThat(runtime.isOperator(new Principal("eve", Set.of("analyst")))).isFalse();
        assertThat(runtime.isOperator(new Principal("bob", Set.of("analyst", "ops"))))
                .isTrue();
    }

    private void read(String sql) {
        try (Query query = engine.start(sql, session)) {
            boolean hasNext = query.rows().loadNext();
            while (hasNext) {
                hasNext = query.rows().loadNext();
            }
        }
    }
}
