package io.sqe.gateway.trino.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sqe.gateway.trino.spooling.SpoolLimits;
import io.sqe.gateway.trino.spooling.SpoolStatistics;
import io.sqe.gateway.trino.testing.ScriptedEngine;
import io.sqe.gateway.trino.testing.ServerTrial;
import io.sqe.gateway.trino.testing.WireClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows in compressed segments, fetched apart or within the answer. */
final class SpooledResultsTest {
    private static final SpoolLimits NO_ROOM = SpoolLimits.inMemory(0, 1_000, Duration.ofMinutes(1));
    private static final SpoolLimits ROOM = SpoolLimits.inMemory(10 << 20, 1_000, Duration.ofMinutes(1));

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "json+zstd, MEMORY",
        "json+lz4, MEMORY",
        "json, MEMORY",
        "json+zstd, DISK",
        "json+lz4, DISK",
        "json, DISK",
        "json+zstd, NOWHERE",
        "json+lz4, NOWHERE"
    })
    void trinosDriverReadsEveryEncodingFromEveryPlace(String encoding, Place place) throws SQLException {
        try (var trial = ServerTrial.open(
                        new ScriptedEngine().numbers("SELECT n", 100_000),
                        options -> options.with(options.statementLimits().withPageBytesMax(100_000))
                                .with(limits(place)));
                Connection connection = DriverManager.getConnection("jdbc:trino://127.0.0.1:" + trial.port()
                        + "?user=ann&encoding=" + encoding.replace("+", "%2B"));
                ResultSet rows = connection.createStatement().executeQuery("SELECT n")) {
            long sum = 0;
            while (rows.next()) {
                sum += rows.getLong(1);
            }
            assertThat(sum).isEqualTo(100_000L * 99_999 / 2);
            SpoolStatistics spooled = trial.server().spooled();
            assertThat(spooled.keptInMemory() > 0).isEqualTo(place == Place.MEMORY);
            assertThat(spooled.keptOnDisk() > 0).isEqualTo(place == Place.DISK);
            assertThat(spooled.noRoom() > 0).isEqualTo(place == Place.NOWHERE);
        }
    }

    /** Where segments have room. */
    enum Place {
        MEMORY,
        DISK,
        NOWHERE
    }

    private SpoolLimits limits(Place place) {
        return switch (place) {
            case MEMORY -> ROOM;
            case DISK -> NO_ROOM.with(new SpoolLimits.Disk(folder, 10 << 20));
            case NOWHERE -> NO_ROOM;
        };
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
            String uri = segment.path("uri").asText();
            String ackUri = segment.path("ackUri").asText();
            try (WireClient owner = client.with("X-Sqe-Segment-Key", key(segment))) {
                assertThat(owner.get(uri).status()).isEqualTo(200);
                assertThat(owner.get(uri).status()).isEqualTo(200);
                assertThat(owner.get(ackUri).status()).isEqualTo(200);
                assertThat(owner.get(uri).status()).isEqualTo(404);
                assertThat(owner.get("/v1/spooled/download/0123456789abcdef").status())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void whoHasOnlyAnAddressGetsNothingAndRemovesNothing() {
        try (var trial = ServerTrial.open(
                        new ScriptedEngine().numbers("SELECT n", 10_000), options -> options.with(limits(Place.DISK)));
                WireClient ann = trial.ann().with("X-Trino-Query-Data-Encoding", "json");
                WireClient bob = WireClient.of(trial.port(), "bob").with("X-Trino-Query-Data-Encoding", "json")) {
            JsonNode anns = segment(ann.run("SELECT n"));
            JsonNode bobs = segment(bob.run("SELECT n"));

            try (WireClient thief = bob.with("X-Sqe-Segment-Key", key(bobs))) {
                for (WireClient stranger : List.of(ann, bob, thief)) {
                    assertThat(stranger.get(anns.path("uri").asText()).status()).isEqualTo(404);
                    stranger.get(anns.path("ackUri").asText());
                    stranger.send("DELETE", anns.path("uri").asText());
                }
            }
            try (WireClient owner = ann.with("X-Sqe-Segment-Key", key(anns))) {
                assertThat(owner.get(anns.path("uri").asText()).body()).startsWith("[[0],[1],");
            }
        }
    }

    @Test
    void aStatementThatIsCancelledLeavesNothing() {
        try (var trial = ServerTrial.open(
                        new ScriptedEngine().numbers("SELECT n", 100_000),
                        options -> options.with(options.statementLimits().withPageBytesMax(100_000))
                                .with(limits(Place.DISK)));
                WireClient client = trial.ann().with("X-Trino-Query-Data-Encoding", "json")) {
            WireClient.Answer answer = client.post("SELECT n");
            while (trial.server().spooled().onDisk().segments() < 2) {
                answer = client.get(answer.nextUri());
            }
            client.send("DELETE", answer.nextUri());

            assertThat(trial.server().spooled().onDisk()).isEqualTo(new SpoolStatistics.Held(0, 0));
        }
    }

    private static JsonNode segment(WireClient.Result result) {
        return result.last().json().path("data").path("segments").get(0);
    }

    private static String key(JsonNode segment) {
        return segment.path("headers").path("X-Sqe-Segment-Key").get(0).asText();
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
