package io.sqe.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.observation.sql.StatementType;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.testing.TrialEngine;
import io.sqe.policy.decision.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ObservedEngineTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ActiveQueries active = new ActiveQueries();
    private final QueryHistory history = new QueryHistory(2, Duration.ofMinutes(30), NOON);
    private final ObservedEngine engine =
            new ObservedEngine(new TrialEngine(), active, List.of(new QueryMetrics(registry, active), history), NOON);
    private final Session session =
            new Session(new Principal("ann", Set.of()), "lake", Optional.empty(), ZoneOffset.UTC);

    @Test
    void queryReadToItsEndIsCountedUnderTheNamesThatDashboardsKnow() {
        read("SELECT 41");
        assertThat(registry.scrape())
                .contains("sqe_query_count_total{error_code=\"none\",statement_type=\"query\",status=\"success\"} 1.0")
                .contains("sqe_query_duration_seconds_bucket{statement_type=\"query\",le=\"0.01\"}")
                .contains("sqe_query_duration_seconds_bucket{statement_type=\"query\",le=\"60.0\"} 1")
                .contains("sqe_query_duration_seconds_count{statement_type=\"query\"} 1")
                .contains("sqe_rows_returned_total 42.0")
                .contains("sqe_time_to_first_row_seconds_count 1")
                .contains("sqe_active_queries 0.0");
    }

    @Test
    void failuresOfEveryKindAreCountedOnceWithTheirCode() {
        assertThatExceptionOfType(QueryException.class).isThrownBy(() -> read("FAIL"));
        assertThatExceptionOfType(QueryException.class).isThrownBy(() -> read("LATE"));
        try (Query left = engine.start("SELECT 5", session)) {
            assertThat(left.rows().loadNext()).isTrue();
        }
        assertThat(registry.scrape())
                .contains("{error_code=\"TABLE_NOT_FOUND\",statement_type=\"other\",status=\"error\"} 1.0")
                .contains("{error_code=\"DIVISION_BY_ZERO\",statement_type=\"other\",status=\"error\"} 1.0")
                .contains("{error_code=\"QUERY_CANCELLED\",statement_type=\"query\",status=\"error\"} 1.0");
        assertThat(active.count()).isZero();
    }

    @Test
    void runningQueryIsListedAndItsControlIsTheCallersToo() {
        QueryOptions options = QueryOptions.standard();
        try (Query query = engine.start("INSERT INTO t SELECT 1", session, options)) {
            assertThat(active.find(options.id())).hasValueSatisfying(running -> {
                assertThat(running.type()).isEqualTo(StatementType.INSERT);
                assertThat(running.principal().name()).isEqualTo("ann");
                assertThat(running.control().id()).isEqualTo(query.id());
            });
        }
        assertThat(active.all()).isEmpty();
    }

    @Test
    void historyKeepsTheLastQueriesLatestFirst() {
        read("SELECT 1");
        read("SELECT 2");
        read("SELECT 3");
        assertThat(history.all()).extracting(QueryRecord::sql).containsExactly("SELECT 3", "SELECT 2");
        assertThat(history.all().getFirst().rows()).isEqualTo(4);
        assertThat(history.all().getFirst().error()).isEqualTo(Optional.<ErrorCode>empty());
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
