package io.sqe.gateway.observation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class QueryReportsTest {
    private final QueryReports reports = new QueryReports();

    @Test
    void oldestAreForgottenWhenThereIsNoMoreRoom() {
        for (int i = 0; i < 4000; i++) {
            reports.add(new QueryId("q" + i), told("x".repeat(4000)));
        }
        assertThat(reports.find(new QueryId("q0"))).isEqualTo(QueryReport.NOTHING);
        assertThat(reports.find(new QueryId("q3999")).message()).isPresent();
    }

    @Test
    void messagesAreKeptToALengthAndTheFirstReportOfAQueryCounts() {
        QueryId id = QueryId.random();
        reports.add(id, told("y".repeat(10_000)));
        reports.add(id, told("later"));
        assertThat(reports.find(id).message().orElse("")).hasSize(4096).startsWith("yy");
    }

    private static QueryReport told(String message) {
        QueryException failure = new QueryException(ErrorCode.SYNTAX_ERROR, message, Optional.empty(), null);
        return QueryReport.of(Duration.ZERO, failure, Optional.empty());
    }
}
