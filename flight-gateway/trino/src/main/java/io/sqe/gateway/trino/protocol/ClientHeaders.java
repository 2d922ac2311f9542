package io.sqe.gateway.trino.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a client's headers. */
public final class ClientHeaders {
    private static final String PREFIX = SessionChange.PREFIX;
    private static final int PREPARED_STATEMENTS_MAX = 1_000;
    private static final int SESSION_PROPERTIES_MAX = 1_000;

    private final Function<String, List<String>> values;

    /** @param values of a header by its name, in any case; empty if it was not sent */
    public ClientHeaders(Function<String, List<String>> values) {
        this.values = values;
    }

    /** @throws InvalidRequestException if one of them makes no sense */
    public ClientContext read() {
        Optional<String> catalog = text("Catalog");
        Optional<String> schema = text("Schema");
        if (schema.isPresent() && catalog.isEmpty()) {
            throw new InvalidRequestException(400, "Schema is set but catalog is not");
        }
        return new ClientContext(
                text("User"),
                text("Source"),
                catalog,
                schema,
                text("Time-Zone").map(ClientHeaders::zone),
                pairs("Session", SESSION_PROPERTIES_MAX),
                pairs("Prepared-Statement", PREPARED_STATEMENTS_MAX),
                Optional.ofNullable(pairs("Role", SESSION_PROPERTIES_MAX).get("system")),
                text("Transaction-Id").filter(id -> !id.equalsIgnoreCase("NONE")),
                new LinkedHashSet<>(words("Client-Capabilities").toList()),
                new LinkedHashSet<>(words("Client-Tags").toList()),
                words("Query-Data-Encoding").toList());
    }

    private Optional<String> text(String header) {
        return values.apply(PREFIX + header).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private Stream<String> words(String header) {
        return values.apply(PREFIX + header).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty());
    }

    private Map<String, String> pairs(String header, int max) {
        Map<String, String> pairs = new LinkedHashMap<>();
        words(header).forEach(pair -> {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw InvalidRequestException.badHeader(PREFIX + header, "it must be name=value, name=value.");
            }
            String name = decoded(header, pair.substring(0, equals).strip());
            pairs.put(name, decoded(header, pair.substring(equals + 1).strip()));
        });
        if (pairs.size() > max) {
            throw InvalidRequestException.badHeader(PREFIX + header, "it holds more than " + max + " values.");
        }
        return pairs;
    }

    private static String decoded(String header, String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw InvalidRequestException.badHeader(PREFIX + header, "a value is not URL-encoded.");
        }
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            throw InvalidRequestException.badHeader(PREFIX + "Time-Zone", "there is no such zone.");
        }
    }
}
