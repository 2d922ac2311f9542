package io.sqe.endtoend;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The pages of Trino's protocol, each of which says where the next one is. */
public final class TrinoPages {
    private static final Pattern NEXT_URI = Pattern.compile("\"nextUri\":\"([^\"]+)\"");

    private TrinoPages() {}

    /**
     * All pages of a statement, one after the other.
     *
     * @param statement sends it
     * @param next asks for a page by its address
     */
    public static String all(HttpClient http, HttpRequest statement, Function<String, HttpRequest> next)
            throws IOException, InterruptedException {
        var said = new StringBuilder();
        Optional<HttpRequest> request = Optional.of(statement);
        while (request.isPresent()) {
            String page = http.send(request.get(), BodyHandlers.ofString()).body();
            said.append(page);
            request = after(page).map(next);
        }
        return said.toString();
    }

    /** Where the page after this one is. */
    static Optional<String> after(String page) {
        return NEXT_URI.matcher(page).results().findFirst().map(found -> found.group(1));
    }
}
