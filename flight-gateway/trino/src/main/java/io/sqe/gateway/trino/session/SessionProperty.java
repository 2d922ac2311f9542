package io.sqe.gateway.trino.session;

import io.sqe.gateway.trino.protocol.DurationText;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a session may set. */
enum SessionProperty {
    QUERY_MAX_RUN_TIME("100.00d", "varchar", "Maximum run time of a query, from its arrival to its last row"),
    QUERY_MAX_EXECUTION_TIME("100.00d", "varchar", "Maximum execution time of a query"),
    RESOURCE_GROUP("", "varchar", "Resource group whose limits the queries share; one that the user may use"),
    TIME_ZONE_ID("", "varchar", "Time zone of the session");

    private final String standard;
    private final String type;
    private final String description;

    SessionProperty(String standard, String type, String description) {
        this.standard = standard;
        this.type = type;
        this.description = description;
    }

    static Optional<SessionProperty> find(String name) {
        return Arrays.stream(values())
                .filter(property -> property.propertyName().equals(name))
                .findFirst();
    }

    String propertyName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String standard() {
        return standard;
    }

    String type() {
        return type;
    }

    String description() {
        return description;
    }

    boolean isValid(String value) {
        return switch (this) {
            case QUERY_MAX_RUN_TIME, QUERY_MAX_EXECUTION_TIME ->
                DurationText.parse(value).isPresent();
            case RESOURCE_GROUP -> !value.isBlank();
            case TIME_ZONE_ID -> isZone(value);
        };
    }

    private static boolean isZone(String value) {
        try {
            return !ZoneId.of(value).getId().isEmpty();
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
