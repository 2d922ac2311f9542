package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Results on the disk of a real server that is killed. */
@Timeout(600)
class SpooledResultsIT {
    private static final Pattern SEGMENT =
            Pattern.compile("\"uri\":\"([^\"]+)\",\"ackUri\":\"[^\"]+\",\"headers\":\\{\"([^\"]+)\":\\[\"([^\"]+)\"]}");
    private static final String ROWS =
            "SELECT x, 'a secret of row ' || CAST(x AS varchar) FROM UNNEST(sequence(1, 200000)) s(x)";

    @TempDir
    Path folder;

    @Test
    void aKilledServersResultsAreUnreadableAndGoneAfterTheNextStart() throws Exception {
        List<Path> left;
        try (ServerProgram server = start();
                TrinoCalls trino = TrinoCalls.to(server)) {
            String said = trino.answer(ROWS, Map.of("X-Trino-Query-Data-Encoding", "json"));
            List<MatchResult> segments = SEGMENT.matcher(said).results().toList();
            left = files();

            assertThat(segments).isNotEmpty();
            assertThat(left).hasSameSizeAs(segments);
            for (Path file : left) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("a secret");
            }
            MatchResult segment = segments.getFirst();
            assertThat(fetch(segment.group(1), segment.group(2), segment.group(3))
                            .body())
                    .startsWith("[[1,\"a secret of row 1\"]");
            assertThat(fetch(segment.group(1), segment.group(2), "0".repeat(64)).statusCode())
                    .isEqualTo(404);
            assertThat(server.metrics())
                    .contains("sqe_spooled_segments{place=\"disk\"} %d.0".formatted(segments.size()));
            server.kill();
        }
        assertThat(left).allMatch(Files::exists);
        try (ServerProgram next = start()) {
            assertThat(left).noneMatch(Files::exists);
            assertThat(files()).isEmpty();
            assertThat(next.terminate()).isZero();
        }
        assertThat(folder.resolve("spool")).isEmptyDirectory();
    }

    private ServerProgram start() throws IOException, InterruptedException {
        return ServerProgram.start(folder, "SQE_SPOOLING__MAX_MEMORY_BYTES=0", "SQE_SPOOLING__MAX_DISK_BYTES=1GB");
    }

    private static HttpResponse<String> fetch(String uri, String header, String key)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(uri)).header(header, key).build(), BodyHandlers.ofString());
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("spool"))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".lock"))
                    .toList();
        }
    }
}
