package io.sqe.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Pattern;

/** Trino's protocol, as its clients speak it. */
record TrinoCalls(int port, HttpClient http) implements AutoCloseable {
    private static final Pattern ERROR = Pattern.compile("\"errorName\":\"([^\"]+)\",\"errorType\":\"([^\"]+)\"");

    static TrinoCalls to(ServerProgram server) {
        return new TrinoCalls(server.trinoPort(), HttpClient.newHttpClient());
    }

    /** Everything that is said of a statement, to its end. */
    String answer(String sql) throws IOException, InterruptedException {
        return answer(sql, Map.of());
    }

    /** The same of a statement that comes with more headers. */
    String answer(String sql, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder statement = request("http://127.0.0.1:" + port + "/v1/statement");
        headers.forEach(statement::header);
        return TrinoPages.all(
                http, statement.POST(HttpRequest.BodyPublishers.ofString(sql)).build(), uri -> {
                    HttpRequest.Builder page = request(uri);
                    headers.forEach(page::header);
                    return page.build();
                });
    }

    /** The name and type of the error that a statement ends with; its answer if it does not. */
    String outcome(String sql) throws IOException, InterruptedException {
        String answer = answer(sql);
        return ERROR.matcher(answer)
                .results()
                .findFirst()
                .map(error -> error.group(1) + " " + error.group(2))
                .orElse(answer);
    }

    /** Where the next page of a statement is. */
    String next(String sql) throws IOException, InterruptedException {
        HttpRequest first = request("http://127.0.0.1:" + port + "/v1/statement")
                .POST(HttpRequest.BodyPublishers.ofString(sql))
                .build();
        return TrinoPages.after(http.send(first, BodyHandlers.ofString()).body())
                .orElseThrow();
    }

    /** The status of what somebody is answered. */
    int status(String user, String method, String uri) throws IOException, InterruptedException {
        HttpRequest request = request(uri, user)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    private static HttpRequest.Builder request(String uri) {
        return request(uri, "ann");
    }

    private static HttpRequest.Builder request(String uri, String user) {
        return HttpRequest.newBuilder(URI.create(uri))
                .header("X-Trino-User", user)
                .header("X-Trino-Catalog", "lake")
                .header("X-Trino-Schema", "main");
    }

    @Override
    public void close() {
        http.close();
    }
}
