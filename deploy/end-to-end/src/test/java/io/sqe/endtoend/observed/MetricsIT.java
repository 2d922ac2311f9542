package io.sqe.endtoend.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.arrow.flight.FlightRuntimeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MetricsIT {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyMetricOfThePageIsThereAndCountsWhatEveryProtocolDid() throws Exception {
        try (ObservedServer server = ObservedServer.start(folder, Map.of());
                FlightCaller flight = server.flight("secret")) {
            server.trino("CREATE TABLE lake.main.numbers AS SELECT * FROM (VALUES 1, 2, 3) AS v (n)", Map.of());
            server.trino("CREATE TABLE lake.main.strict (n INTEGER NOT NULL)", Map.of());
            assertThat(server.trino(
                            "INSERT INTO lake.main.strict SELECT NULLIF(n, 1) FROM lake.main.numbers", Map.of()))
                    .contains("CONSTRAINT_VIOLATION");
            assertThat(flight.rows("SELECT n FROM lake.main.numbers WHERE n > 1", Map.of()))
                    .isEqualTo(2);
            assertThat(flight.rows("SELECT n FROM lake.main.numbers WHERE n > 100", Map.of()))
                    .isZero();
            server.trino("SELECT n FROM lake.main.absent", Map.of());
            assertThatExceptionOfType(FlightRuntimeException.class)
                    .isThrownBy(() -> flight.rows("SELECT 1 +", Map.of()));
            assertThat(server.trinoStatus("wrong")).isEqualTo(401);

            String shown = server.metrics();
            assertThat(Metric.shown(shown)).isEqualTo(Metric.promised());
            assertThat(shown)
                    .contains(queries("success", "query", "none") + " 2.0", queries("success", "ctas", "none") + " 1.0")
                    .contains(queries("error", "query", "TABLE_NOT_FOUND") + " 1.0")
                    .contains(queries("error", "query", "SYNTAX_ERROR") + " 1.0")
                    .contains(queries("error", "insert", "CONSTRAINT_VIOLATION") + " 1.0")
                    .contains("sqe_auth_attempts_total{provider=\"static\",status=\"invalid\"} 1.0")
                    .contains("sqe_write_orphan_files_total{op=\"insert\",outcome=\"removed\"} 1.0")
                    .contains(
                            "sqe_scan_files_total{outcome=\"read\"} 2.0",
                            "sqe_scan_files_total{outcome=\"pruned\"} 1.0")
                    .contains("sqe_files_pruned_minmax_total 1.0", "sqe_active_queries 0.0", "sqe_active_sessions 1.0");
            assertThat(sum(shown, "sqe_query_duration_seconds_count")).isEqualTo(sum(shown, "sqe_query_count_total"));
            assertThat(sum(shown, "sqe_coordinator_rss_bytes")).isPositive();
        }
    }

    private static String queries(String status, String type, String code) {
        return "sqe_query_count_total{error_code=\"%s\",statement_type=\"%s\",status=\"%s\"}"
                .formatted(code, type, status);
    }

    private static double sum(String shown, String name) {
        return Pattern.compile("(?m)^" + name + "(?:\\{.*})? (\\S+)$")
                .matcher(shown)
                .results()
                .mapToDouble(sample -> Double.parseDouble(sample.group(1)))
                .sum();
    }
}
