package io.sqe.gateway.flight.call;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.arrow.flight.CallHeaders;

/** The cookie that names a session, for clients that keep cookies. Arrow's own name for it. */
final class SessionCookie {
    private static final String NAME = "arrow_flight_session_id";
    private static final int LENGTH_MAX = 64;

    private SessionCookie() {}

    static Optional<String> find(CallHeaders headers) {
        if (!headers.containsKey("cookie")) {
            return Optional.empty();
        }
        return StreamSupport.stream(headers.getAll("cookie").spliterator(), false)
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(NAME + "="))
                .map(cookie -> unquoted(cookie.substring(NAME.length() + 1)))
                .filter(value -> value.matches("[A-Za-z0-9_-]{1," + LENGTH_MAX + "}"))
                .findFirst();
    }

    static void set(CallHeaders headers, String value) {
        headers.insert("set-cookie", NAME + "=" + value + "; HttpOnly");
    }

    static void clear(CallHeaders headers) {
        headers.insert("set-cookie", NAME + "=; Max-Age=0");
    }

    private static String unquoted(String value) {
        boolean isQuoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return isQuoted ? value.substring(1, value.length() - 1) : value;
    }
}
