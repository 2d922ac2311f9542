package io.sqe.gateway.trino.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Speaks the protocol and hides nothing of it. */
public final class WireClient implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Map<String, String> headers;

    private WireClient(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    public static WireClient of(int port, String user) {
        return new WireClient(
                "http://127.0.0.1:" + port,
                Map.of("X-Trino-User", user, "X-Trino-Client-Capabilities", "PATH,PARAMETRIC_DATETIME"));
    }

    public static WireClient withoutUser(int port) {
        return new WireClient("http://127.0.0.1:" + port, Map.of());
    }

    public WireClient with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new WireClient(base, more);
    }

    public Answer post(String sql) {
        return send(request("/v1/statement").POST(BodyPublishers.ofString(sql)));
    }

    public Answer get(String pathOrUri) {
        return send(request(pathOrUri).GET());
    }

    public Answer send(String method, String pathOrUri) {
        return send(request(pathOrUri).method(method, BodyPublishers.noBody()));
    }

    /** Follows a statement to its end. */
    public Result run(String sql) {
        List<Answer> answers = new ArrayList<>();
        answers.add(post(sql));
        while (answers.getLast().json().has("nextUri")) {
            answers.add(get(answers.getLast().nextUri()));
        }
        return new Result(List.copyOf(answers));
    }

    private HttpRequest.Builder request(String pathOrUri) {
        URI uri = URI.create(pathOrUri.startsWith("http") ? pathOrUri : base + pathOrUri);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        headers.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    /** One answer. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body());
            } catch (IOException notJson) {
                throw new IllegalStateException(body(), notJson);
            }
        }

        public String nextUri() {
            return json().path("nextUri").asText();
        }

        public List<String> header(String name) {
            return response.headers().allValues(name);
        }
    }

    /** All the answers to one statement. */
    public record Result(List<Answer> answers) {
        public Answer last() {
            return answers.getLast();
        }

        /** The rows of all pages, as JSON. */
        public List<String> rows() {
            List<String> rows = new ArrayList<>();
            answers.forEach(answer -> answer.json().path("data").forEach(row -> rows.add(row.toString())));
            return rows;
        }

        /** The columns, as JSON, of the page that names them first. */
        public JsonNode columns() {
            return answers.stream()
                    .map(answer -> answer.json().path("columns"))
                    .filter(JsonNode::isArray)
                    .findFirst()
                    .orElseThrow();
        }

        public JsonNode error() {
            return last().json().path("error");
        }
    }
}
