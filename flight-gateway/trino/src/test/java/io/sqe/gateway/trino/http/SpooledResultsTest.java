package io.sqe.gateway.trino.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sqe.gateway.trino.spooling.SpoolLimits;
import io.sqe.gateway.trino.testing.ScriptedEngine;
import io.sqe.gateway.trino.testing.ServerTrial;
import io.sqe.gateway.trino.testing.WireClient;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows in compressed segments, fetched apart or within the answer. */
final class SpooledResultsTest {
    private static final SpoolLimits NO_ROOM = new SpoolLimits(0, 1_000, Duration.ofMinutes(1));
    private static final SpoolLimits ROOM = new SpoolLimits(10 << 20, 1_000, Duration.ofMinutes(1));

    @ParameterizedTest
    @CsvSource({"json+zstd, true", "json+lz4, true", "json, true", "json+zstd, false", "json+lz4, false"})
    void trinosDriverReadsEveryEncoding(String encoding, boolean hasRoom) throws SQLException {
        try (var trial = ServerTrial.open(
                        new ScriptedEngine().numbers("SELECT n", 100_000),
                        options -> options.with(options.statementLimits().withPageBytesMax(100_000))
                                .with(hasRoom ? ROOM : NO_ROOM));
                Connection connection = DriverManager.getConnection("jdbc:trino://127.0.0.1:" + trial.port()
                        + "?user=ann&encoding=" + encoding.replace("+", "%2B"));
                ResultSet rows = connection.createStatement().executeQuery("SELECT n")) {
            long sum = 0;
            while (rows.next()) {
                sum += rows.getLong(1);
            }
            assertThat(sum).isEqualTo(100_000L * 99_999 / 2);
        }
    }

    @Test
    void aSegmentIsGivenUntilItIsAcknowledged() {
        try (var trial = ServerTrial.open(
                        new ScriptedEngine().numbers("SELECT n", 10_000), options -> options.with(ROOM));
                WireClient client = trial.ann().with("X-Trino-Query-Data-Encoding", "json+lzma,json+zstd,json")) {
            JsonNode data = client.run("SELECT n").last().json().path("data");
            JsonNode segment = data.path("segments").get(0);

            assertThat(data.path("encoding").asText()).isEqualTo("json+zstd");
            assertThat(segment.path("type").asText()).isEqualTo("spooled");
            assertThat(segment.path("metadata").path("rowsCount").asInt()).isEqualTo(10_000);
            assertThat(segment.path("metadata").path("segmentSize").asInt())
                    .isLessThan(
                            segment.path("metadata").path("uncompressedSize").asInt());
            assertThat(client.get(segment.path("uri").asText()).status()).isEqualTo(200);
            assertThat(client.get(segment.path("ackUri").asText()).status()).isEqualTo(200);
            assertThat(client.get(segment.path("uri").asText()).status()).isEqualTo(404);
            assertThat(client.get("/v1/spooled/download/0123456789abcdef").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void aClientThatAsksForNothingElseGetsRowsAsTheyAre() {
        try (var trial = ServerTrial.open(
                        new ScriptedEngine().numbers("SELECT n", 10_000), options -> options.with(ROOM));
                var client = trial.ann()) {
            assertThat(client.run("SELECT n").rows()).hasSize(10_000);
        }
    }
}
