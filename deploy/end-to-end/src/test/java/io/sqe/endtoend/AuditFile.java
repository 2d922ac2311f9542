package io.sqe.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a server has written down. */
record AuditFile(Path path) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static AuditFile in(Path folder) {
        return new AuditFile(folder.resolve("audit.jsonl"));
    }

    String setting() {
        return "SQE_METRICS__AUDIT_LOG_PATH=" + path;
    }

    /** All entries; each is a line, or this fails. */
    List<JsonNode> entries() throws IOException {
        return Files.readAllLines(path).stream().map(AuditFile::entry).toList();
    }

    /** Those of a kind about a user. */
    List<JsonNode> entries(String kind, String user) throws IOException {
        return entries().stream()
                .filter(entry -> entry.path("kind").asText().equals(kind))
                .filter(entry -> entry.path("username").asText().equals(user))
                .toList();
    }

    private static JsonNode entry(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException malformed) {
            throw new UncheckedIOException(line, malformed);
        }
    }
}
