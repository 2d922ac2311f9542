package io.sqe.gateway.web.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Which queries somebody wants to see.
 *
 * @param state the label of a {@link QueryState}; empty is any
 * @param user a part of a name
 * @param text a part of the statement
 */
public record QueryFilter(String state, String user, String text) {

    boolean takes(QueryRow row) {
        return (state.isEmpty() || row.state().label().equals(state))
                && contains(row.user(), user)
                && (contains(row.sql(), text) || row.id().startsWith(text));
    }

    private static boolean contains(String whole, String part) {
        return part.isEmpty() || whole.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    public boolean isEmpty() {
        return state.isEmpty() && user.isEmpty() && text.isEmpty();
    }

    /** For an address. */
    public String asQuery() {
        return "state=" + encoded(state) + "&user=" + encoded(user) + "&text=" + encoded(text);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
