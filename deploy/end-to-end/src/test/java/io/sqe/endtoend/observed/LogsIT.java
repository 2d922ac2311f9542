package io.sqe.endtoend.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.arrow.flight.FlightRuntimeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogsIT {
    private static final Pattern ID = Pattern.compile("under the query's id, ([0-9A-Za-z_-]+)\\.");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void faultOfTheSystemIsToldByAnIdThatFindsItInTheLogAndInTheTrace() throws Exception {
        String trace = "5".repeat(32);
        Map<String, String> inTrace = Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
        try (ObservedServer server = ObservedServer.start(folder, Map.of("SQE_LOGGING__FORMAT", "json"));
                FlightCaller flight = server.flight("secret")) {
            server.trino("CREATE TABLE lake.main.broken AS SELECT 1 AS n", Map.of());
            List<Path> lost = removeDataFiles(server.warehouse());

            String byTrino = server.trino("SELECT n FROM lake.main.broken", inTrace);
            String byFlight = Objects.requireNonNull(catchThrowableOfType(
                            FlightRuntimeException.class,
                            () -> flight.rows("SELECT n + 1 FROM lake.main.broken", inTrace)))
                    .getMessage();
            for (String told : List.of(byTrino, Objects.requireNonNull(byFlight))) {
                Matcher id = ID.matcher(told);
                assertThat(id.find()).as(told).isTrue();
                assertThat(told).doesNotContain(lost.getFirst().getFileName().toString(), folder.toString());
                assertThat(server.log().lines())
                        .anySatisfy(line -> assertThat(line)
                                .startsWith("{\"timestamp\":\"2")
                                .contains("\"query_id\":\"" + id.group(1), "\"user\":\"ann\"")
                                .contains(
                                        "\"trace_id\":\"" + trace,
                                        lost.getFirst().getFileName().toString()));
            }
        }
    }

    @Test
    void whatIsInsecureAndWhatIsSlowIsWarnedOf() throws Exception {
        try (ObservedServer server = ObservedServer.start(
                folder, Map.of("SQE_LOGGING__FORMAT", "json", "SQE_QUERY__SLOW_QUERY_THRESHOLD_SECS", "1"))) {
            String endless = "WITH t AS (SELECT n FROM (VALUES 1, 2, 3, 4, 5, 6, 7, 8, 9, 4711) AS v (n)) "
                    + "SELECT count(*) FROM t a, t b, t c, t d, t e, t f, t g, t h, t i, t j, t k, t l "
                    + "WHERE a.n * b.n + c.n * d.n + e.n * f.n + g.n * h.n = i.n * j.n + k.n * l.n - 1";
            String told = server.trino(endless, Map.of("X-Trino-Session", "query_max_run_time=2s"));
            assertThat(told).contains("EXCEEDED_TIME_LIMIT");
        }
        assertThat(Files.readString(folder.resolve("log")))
                .contains("\"level\":\"WARN\"", "TLS is off", "rate limiting is off", "no policy")
                .contains("\"message\":\"slow query\"", "\"status\":\"error\"")
                .doesNotContain("4711");
    }

    private static List<Path> removeDataFiles(Path warehouse) throws IOException {
        try (Stream<Path> files = Files.walk(warehouse)) {
            List<Path> data =
                    files.filter(file -> file.toString().endsWith(".parquet")).toList();
            for (Path file : data) {
                Files.delete(file);
            }
            return data;
        }
    }
}
